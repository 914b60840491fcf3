"""DAMPING: members, needs and offers."""
