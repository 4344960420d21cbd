"""Manuals stored as versions, and holidays as dates. Imports: people, events and below."""
