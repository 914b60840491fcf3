"""The only door for content: selectors and card data, no models."""
