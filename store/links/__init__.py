"""One-time links: an answer of an artisan without a log-in, by a token that only she was sent."""
