"""Double entry that PostgreSQL itself guards."""
