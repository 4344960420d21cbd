"""Addresses of the manual's lines."""

from django.urls import reverse

from acuerdo.publishing.document import anchor_of


def clause_url(clause: str, version: str) -> str:
    """Where a clause of a version stands: /acuerdo/versiones/2026.1/#pro-t2.10; "" for no clause."""
    anchor = anchor_of(clause)
    return f"{reverse('publishing:version', args=[version])}#{anchor}" if anchor else ""
