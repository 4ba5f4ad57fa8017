"""The page of the 20% allowance and its parts."""
