"""The blocks that pages are written with."""
