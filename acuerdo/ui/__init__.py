"""Base pages, components, CSS and JavaScript; no models, no queries.

Imports: core.
"""
