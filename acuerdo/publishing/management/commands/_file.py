"""How these commands read a manual's file."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _


def text_in(file: Path) -> str:
    """The text of a file; raises CommandError for one that cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(_("No se puede leer «%(file)s»: %(reason)s.") % {"file": file, "reason": error}) from error
