"""The services without a window: one command a use case."""
