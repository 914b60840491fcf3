"""The curators' desk in the Wagtail admin."""
