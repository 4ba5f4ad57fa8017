"""Order classes, their students, and where graduates went."""
