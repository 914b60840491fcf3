"""One way to tell a person something."""
