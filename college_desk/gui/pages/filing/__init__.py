"""The page of filings and its parts."""
