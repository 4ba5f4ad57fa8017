"""The migrations of the tables, run by alembic, and the environment that it asks for."""
