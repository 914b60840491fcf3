"""The engine that needs nothing else: PostgreSQL, one table, weighted tsvectors."""
