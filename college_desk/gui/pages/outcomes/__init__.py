"""The page of graduates' employment (就业) against the orders that they were trained to."""
