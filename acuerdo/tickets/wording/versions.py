"""Sentences for a customer who has no longer the latest version (DIG-065)."""

from django.utils.translation import gettext as _

from acuerdo.tickets.queries import Older


def older(found: Older) -> str:
    """Say of whom has no longer the latest version what they have and what there is (DIG-065)."""
    said = {"said": found.said, "product": found.product, "latest": found.latest}
    return _("Dice tener la versión %(said)s; la última publicada de %(product)s es la %(latest)s.") % said


def older_for_customer(found: Older) -> str:
    """Say it to them."""
    said = {"said": found.said, "product": found.product, "latest": found.latest}
    return _("Usted nos dice que usa la versión %(said)s; la última publicada de %(product)s es la %(latest)s.") % said
