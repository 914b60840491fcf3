"""Many products at once: a sheet out, a sheet in, checked before anything is made."""
