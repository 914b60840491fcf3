"""Orders and parcels (fork)."""
