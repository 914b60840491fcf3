"""The artisan does not agree: one appeal, judged by others."""
