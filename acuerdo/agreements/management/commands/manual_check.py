"""`acuerdo manual check ID|FILE`: every fault of a manual, with its line and what would be right."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.agreements import Agreement, Faults, read
from acuerdo.manuals import shipped, text_of
from acuerdo.ui.language import language


class Command(BaseCommand):
    """Reads files, asks no database."""

    help = gettext_noop("Revisa un manual: dice cada error con su línea y lo que sería correcto, y lo que un lector atento preguntaría.")
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files to check."""
        parser.description = _(self.help)
        parser.add_argument("files", metavar="ID|FILE", nargs="+", type=Path, help=_("archivo TOML del manual"))

    def handle(self, *, files: list[Path], **_options: Any) -> None:
        """Check each; status 1 if any has an error."""
        results = [self._check(file) for file in files]
        if not all(results):
            sys.exit(1)

    def _check(self, file: Path) -> bool:
        try:
            agreement = read(_text(file), holidays=holidays_of, file=str(file))
        except Faults as faults:
            for line in faults.lines(language()):
                self.stderr.write(line)
            count = len(faults.faults)
            said = ngettext("%(file)s: %(count)d error.", "%(file)s: %(count)d errores.", count)
            self.stderr.write(said % {"file": file, "count": count})
            return False
        for warning in agreement.warnings:
            self.stdout.write(_("%(warning)s [aviso]") % {"warning": warning.sentence(language())})
        self.stdout.write(self._summary(file, agreement))
        return True

    @staticmethod
    def _summary(file: Path, agreement: Agreement) -> str:
        cells = sum(len(table.cells) for table in agreement.targets)
        return _("%(file)s: correcto. %(title)s, versión %(version)s: %(cells)d tiempos, %(examples)d ejemplos que salen.") % {
            "file": file,
            "title": agreement.title,
            "version": agreement.version,
            "cells": cells,
            "examples": len(agreement.examples),
        }


def _text(file: Path) -> str:
    if str(file) in shipped():
        return text_of(str(file))
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise CommandError(_("No se puede leer «%(file)s»: %(reason)s.") % {"file": file, "reason": error.strerror}) from error
    except UnicodeDecodeError as error:
        raise CommandError(_("«%(file)s» no es texto UTF-8; guárdelo así y vuelva a revisar.") % {"file": file}) from error
