"""The dashboard's catalogue (fork): categories in two languages."""
