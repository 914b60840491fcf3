"""The demo: stories told through the services, with a fixed clock and seed."""
