"""The finance desk: the books to read, for finance alone. Nothing is written here."""
