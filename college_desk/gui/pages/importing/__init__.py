"""The page that brings spreadsheets in, and its parts."""
