"""The demo's pictures: drawn by the project itself from a seed, no two alike, until real photographs come."""
