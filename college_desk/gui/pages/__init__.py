"""The pages of the window; each module declares one and is found by walking."""
