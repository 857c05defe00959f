"""What each result claims, how much, and when."""
