"""What an artisan has earned: from the frozen lines and the books, with the entry behind each figure."""
