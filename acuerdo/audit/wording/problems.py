"""What the checks say, in the reader's language."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: What the checks say, as they write it down; what they name comes through as it is.
PROBLEMS: tuple[tuple[str, str | Promise], ...] = (
    (r"an event before it is missing", _("falta un hecho antes de este")),
    (r"it does not follow the event before it", _("no sigue al hecho anterior")),
    (r"its columns were changed", _("el hecho fue cambiado")),
    (r"its detail was changed", _("su dato personal fue cambiado")),
    (r"a seal before it is missing", _("falta un sello antes de este")),
    (r"it does not follow the seal before it", _("no sigue al sello anterior")),
    (r"it was changed", _("fue cambiado")),
    (
        r"it was removed, though sealed on (?P<day>\S+) \(seal (?P<seal>\d+)\)",
        _("fue quitado, aunque se selló el %(day)s (sello %(seal)s)"),
    ),
    (
        r"it is another than the one sealed on (?P<day>\S+) \(seal (?P<seal>\d+)\)",
        _("no es el que se selló el %(day)s (sello %(seal)s)"),
    ),
    (r"it was removed, and what belonged to it was left", _("fue quitado; quedó lo que era suyo")),
    (r"not stored", _("no está guardado")),
    (r"stored, and the log has none", _("está guardado y el registro no lo da")),
    (r"(?P<what>(?:\w+ )?)stored (?P<stored>.+), is (?P<is>.+)", _("%(what)sguardado: %(stored)s; el registro da: %(is)s")),
    (r"not processed since (?P<since>[\d: -]+): ?(?P<why>.*)", _("sin procesar desde %(since)s (UTC). %(why)s")),
    (r"not fetched since (?P<since>[\d: -]+): ?(?P<why>.*)", _("no se trae desde %(since)s (UTC): %(why)s")),
    (r"not sent since (?P<since>.+)", _("sin enviar desde %(since)s (UTC)")),
    (r"refused: (?P<why>.*)", _("rechazado: %(why)s")),
    (r"the product owns its tables.*", _("el producto es el dueño de sus tablas y podría reescribir su registro: dele un rol propio")),
    (r"(?P<has>.+); should be (?P<should>.+)", _("puede: %(has)s; debe poder: %(should)s")),
)


def problem_in_words(problem: str) -> str:
    """What a check found, in the reader's language."""
    for pattern, words in PROBLEMS:
        match = re.fullmatch(pattern, problem, re.DOTALL)
        if match:
            return str(words) % match.groupdict()
    return problem
