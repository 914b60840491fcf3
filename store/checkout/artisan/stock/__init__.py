"""Her products after selection: how many there are, what is low, pause and resume."""
