"""Scenes: people, places, classes, news, programmes."""
