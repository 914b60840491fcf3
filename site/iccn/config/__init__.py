"""Settings, URLs, servers: the top floor, where everything is put together."""
