"""Pictures and files of every part, with words for those who cannot see them."""
