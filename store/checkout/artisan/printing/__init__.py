"""What an artisan prints: labels for couriers, packing lists, hangtags."""
