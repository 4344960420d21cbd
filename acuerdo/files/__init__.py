"""Attachments: storing, checking, taking them in a form, handing them out. The slice that owns one says who may have it.

Imports: events and below.
"""
