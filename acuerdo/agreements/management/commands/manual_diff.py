"""`acuerdo manual diff ID|FILE ID|FILE`: what two manuals, or two versions of one, say otherwise."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from acuerdo.agreements.management.commands._reading import agreement_from
from acuerdo.core.agreements import differences
from acuerdo.manuals import shipped
from acuerdo.ui.language import language

#: The core has no catalogue and says differences in both languages by itself; so does this command of it.
HELP = {
    "es": "Dice en qué difieren dos manuales, con sus propias palabras: «Plan Empresarial, Crítico, solución: 6 → 4 horas hábiles».",
    "en": "Says where two manuals differ, in their own words: “Plan Empresarial, Crítico, solución: 6 → 4 business hours”.",
}
OF = {
    "es": "un manual incluido ({}) o un archivo TOML: el de antes y el de ahora",
    "en": "a shipped manual ({}) or a TOML file: the old, the new",
}
NOTHING = {"es": "Dicen lo mismo.", "en": "They say the same."}


class Command(BaseCommand):
    """Reads files, asks no database; status 0 whether they differ or not, 1 where one cannot be read."""

    help = HELP["es"]
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the manual as it was, and as it is to be."""
        parser.description = HELP[language()]
        parser.add_argument("manuals", metavar="ID|FILE", nargs=2, help=OF[language()].format(", ".join(shipped())))

    def handle(self, *, manuals: list[str], **_options: Any) -> None:
        """Print a sentence a difference."""
        old, new = (agreement_from(manual) for manual in manuals)
        lines = [difference.sentence(language()) for difference in differences(old, new)]
        self.stdout.write("\n".join(lines or [NOTHING[language()]]))
