"""What comes in and goes out as files; knows formats, not the database."""
