"""The forms and filings of the part-time teachers."""
