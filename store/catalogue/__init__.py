"""Products and categories (fork), with their provenance."""
