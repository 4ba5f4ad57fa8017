"""What we hand in: one module per form, records to filled pages; writes no files."""
