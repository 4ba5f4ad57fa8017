"""What the college keeps: frozen records, one module per register, grouped by subject."""
