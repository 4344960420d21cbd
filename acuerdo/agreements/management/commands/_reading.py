"""How the commands read a manual: one that is shipped, by its name, or a file."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.agreements import Agreement, Faults, read
from acuerdo.manuals import shipped, text_of
from acuerdo.ui.language import language


def agreement_from(manual: str) -> Agreement:
    """Read it; raises CommandError with all its faults, or with the manuals that there are."""
    try:
        text = text_of(manual) if manual in shipped() else Path(manual).read_text(encoding="utf-8")
        return read(text, holidays=holidays_of, file=manual)
    except Faults as faults:
        raise CommandError("\n".join(faults.lines(language()))) from faults
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(
            _("«%(manual)s» no es un manual incluido (%(known)s) ni un archivo que se pueda leer.")
            % {"manual": manual, "known": ", ".join(shipped())}
        ) from error
