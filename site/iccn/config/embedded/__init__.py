"""A database engine that brings its own PostgreSQL: started when the first connection is asked for."""
