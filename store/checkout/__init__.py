"""From basket to paid, and after (fork): where the store's services are put in order."""
