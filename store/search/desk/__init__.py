"""The desk of the search in the Wagtail admin."""
