"""Rules of the college itself: the establishment and the 20% allowance."""
