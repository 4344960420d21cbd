"""Acuerdo: a service desk that runs its manual."""

__version__ = "0.1.0"
