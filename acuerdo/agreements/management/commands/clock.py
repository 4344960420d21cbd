"""`acuerdo clock`: cases in, their clocks out, one JSON object a line (clocks.md part 10)."""

import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.agreements import Agreement, BadCase, answer, read
from acuerdo.core.errors import Refusal
from acuerdo.manuals import shipped, text_of

#: Years whose holidays a case may need: those in which the core keeps cases, and the next for their deadlines.
YEARS = range(1970, 2102)


class Command(BaseCommand):
    """Asks no database: the manuals that the product ships, and the core."""

    help = gettext_noop("Calcula los relojes de cada caso: lee un caso JSON por línea y escribe una respuesta JSON por línea.")
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the cases from a file instead of standard input."""
        parser.description = _(self.help)
        parser.add_argument("--case", metavar="FILE", type=Path, help=_("archivo con los casos, en lugar de la entrada estándar"))

    def handle(self, *, case: Path | None = None, **_options: Any) -> None:
        """Answer line by line; one bad case does not stop the rest, and ends with status 1."""
        failed = False
        for line in _lines(case):
            reply = _reply(line)
            failed = failed or "error" in reply
            self.stdout.write(_written(reply, getattr(self.stdout, "encoding", None)))
            self.stdout.flush()
        if failed:
            sys.exit(1)


def _written(reply: dict[str, Any], encoding: str | None) -> str:
    """One line of JSON: readable where the output can say it, else with JSON's own escapes, which say the same."""
    line = json.dumps(reply, ensure_ascii=False)
    try:
        line.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(reply)
    return line


def _lines(path: Path | None) -> Iterable[bytes]:
    """Every line that says something; a file may also hold one case over several lines."""
    if path is None:
        return (line for line in sys.stdin.buffer if line.strip())
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CommandError(_("No se puede leer «%(file)s»: %(reason)s.") % {"file": path, "reason": error.strerror}) from error
    try:
        json.loads(content)
    except ValueError:
        return [line for line in content.splitlines() if line.strip()]
    return [content]


def _reply(line: bytes) -> dict[str, Any]:
    """Answer one case, or say what is wrong with it."""
    try:
        case = json.loads(line)
        if not isinstance(case, dict):
            return {"error": f"a case is a JSON object, not {type(case).__name__}"}
        return answer(case, _agreement(case.get("manual")))
    except Refusal as refusal:
        return {"error": str(refusal)}
    except (ValueError, OverflowError, RecursionError) as error:
        return {"error": f"not a case in JSON: {error}"}


def _agreement(manual: object) -> Agreement:
    if not isinstance(manual, str) or manual not in shipped():
        message = f"{manual!r} is not a manual; there are: {', '.join(shipped())}"
        raise BadCase(message, value=manual)
    return _read(manual)


@cache
def _read(manual: str) -> Agreement:
    return read(text_of(manual), holidays=holidays_of, file=f"{manual}.toml", years=YEARS)
