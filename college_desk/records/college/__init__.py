"""What the college says of itself: the school, its campuses, majors, posts, fees, calendar, recipients."""
