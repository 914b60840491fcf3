"""The basket (fork)."""
