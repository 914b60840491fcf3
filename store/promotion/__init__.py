"""Collections, seasons, featured makers."""
