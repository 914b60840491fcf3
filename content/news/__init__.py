"""News pages."""
