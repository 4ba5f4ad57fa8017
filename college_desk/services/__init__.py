"""What the desk does: one module per use case, one transaction per call."""
