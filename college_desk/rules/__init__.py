"""What must hold: one function per rule, each naming its clause."""
