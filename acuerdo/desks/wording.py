"""What this room says to who types a command."""

from django.utils.translation import gettext as _


def no_such_desk(desk: str) -> str:
    """Say that no desk has that name, and where those there are stand."""
    return _("No hay una mesa «%(desk)s». Las que hay: acuerdo desk list") % {"desk": desk}
