"""Where documents are kept and found: one port, engines behind it."""
