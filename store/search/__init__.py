"""Finding products (fork, replaced wholly): one document a product."""
