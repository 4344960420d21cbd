"""Processes killed in mid-work."""
