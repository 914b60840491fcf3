"""The Indonesia Creative Store (Oscar): what we sell."""
