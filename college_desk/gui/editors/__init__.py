"""One editor for each value type, chosen by the code of the type."""
