"""Rules of a filing as a whole."""
