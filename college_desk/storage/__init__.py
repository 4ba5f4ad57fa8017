"""Where it is kept; the only floor that knows SQLAlchemy."""
