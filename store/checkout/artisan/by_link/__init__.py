"""What an artisan answers from a message, without a log-in: an order is confirmed, or the stock is said."""
