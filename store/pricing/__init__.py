"""What a price contains: who gets what, by rule."""
