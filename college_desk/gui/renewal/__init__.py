"""续聘: last term's appointments into the new term, tried first."""
