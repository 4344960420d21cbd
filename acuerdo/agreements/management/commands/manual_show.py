"""`acuerdo manual show ID|FILE`: what a manual promises, cell by cell, beside the words of the document."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.agreements.management.commands._reading import agreement_from
from acuerdo.core.agreements import Agreement, Cell, TargetTable
from acuerdo.manuals import shipped


class Command(BaseCommand):
    """Reads files, asks no database."""

    help = gettext_noop("Muestra lo que un manual promete: cada tiempo que se ejecuta, con las palabras del documento y su origen.")
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a shipped manual's name, or a file."""
        parser.description = _(self.help)
        parser.add_argument("manual", metavar="ID|FILE", help=_("un manual incluido (%s) o un archivo TOML") % ", ".join(shipped()))

    def handle(self, *, manual: str, **_options: Any) -> None:
        """Print it."""
        agreement = agreement_from(manual)
        self.stdout.write(f"{agreement.title} · {agreement.provider} · {agreement.version}")
        for table in agreement.targets:
            self._table(agreement, table)

    def _table(self, agreement: Agreement, table: TargetTable) -> None:
        self.stdout.write(f"\n{table.label or table.source}")
        for cell in table.cells:
            self.stdout.write("  " + _line(agreement, cell))
        if table.note:
            self.stdout.write(f"  ({table.note})")


def _line(agreement: Agreement, cell: Cell) -> str:
    """`Crítico · Tiempo de respuesta: < 2 business hours «< 2 horas» PRO-T2.1`."""
    facts = [", ".join(agreement.label(fact, value) for value in sorted(values)) for fact, values in cell.where.items()]
    clock = agreement.clocks[cell.clock].label
    promised = str(cell.target) if cell.target else _("sin plazo")
    return f"{' · '.join([*facts, clock])}: {promised}  «{cell.printed}»  {cell.source}".rstrip()
