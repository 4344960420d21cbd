"""The story of a case in a real browser."""
