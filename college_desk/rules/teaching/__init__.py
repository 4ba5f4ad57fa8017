"""Rules of the part-time teachers and their appointments."""
