"""Attachments: storing and checking. The slice that owns one serves its download. Imports: events and below."""
