"""Members (anggota): the people and communities of a chapter."""
