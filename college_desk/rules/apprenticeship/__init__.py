"""Rules of apprenticeship classes, apprentices, their placements, mentors and insurance."""
