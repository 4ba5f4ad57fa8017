"""The page of teaching hours (课时)."""
