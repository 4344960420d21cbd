"""What the console's pages draw often."""
