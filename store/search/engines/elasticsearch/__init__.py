"""The engine for large shops: an Elasticsearch 8 cluster, filled from the documents' table."""
