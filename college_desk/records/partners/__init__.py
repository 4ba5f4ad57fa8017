"""The enterprises that train with the college, what was signed with them, and their mentors."""
