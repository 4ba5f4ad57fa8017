"""Rules of enterprises and of the agreements with them."""
