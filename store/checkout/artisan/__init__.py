"""The artisan's orders: what to make, pack and hand over, and where it goes."""
