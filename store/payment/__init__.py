"""Payment attempts and gateways (fork)."""
