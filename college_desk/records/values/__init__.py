"""Value types: what a cell may hold, read from any spelling and shown in one; the same verbs everywhere."""
