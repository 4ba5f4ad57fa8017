"""Apprenticeship classes, apprentices, their placements, changes and insurance."""
