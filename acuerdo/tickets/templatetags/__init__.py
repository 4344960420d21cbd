"""What the pages of cases draw often."""
