"""Rules of order classes, their students and where the graduates went."""
