"""Searching the whole site: pages, classes, news, chapters, and the store beside them."""
