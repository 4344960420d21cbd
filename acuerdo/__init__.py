"""Acuerdo: a service desk that runs its manual."""
