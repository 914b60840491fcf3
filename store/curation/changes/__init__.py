"""What changed between two tellings of a product, and asking for changes of one that is on sale."""
