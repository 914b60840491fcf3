"""Oscar 4.2 as it comes, in a process of its own, with the same goods: what our pages are measured against."""
