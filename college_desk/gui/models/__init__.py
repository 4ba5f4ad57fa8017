"""Qt models over the registers: ids in order and cached pages of rows."""
