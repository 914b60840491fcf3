"""Curation (kurasi): choosing what the store sells."""
