"""`acuerdo manual schema`: the JSON Schema of manuals, by which an editor completes and checks while one writes."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from acuerdo.core.agreements import schema
from acuerdo.ui.language import language

#: As in `manual diff`: the core describes the schema in both languages by itself.
HELP = {
    "es": "Escribe el esquema JSON de los manuales, para que un editor complete y revise mientras se escribe.",
    "en": "Writes the JSON Schema of manuals, for an editor to complete and check while one writes.",
}


class Command(BaseCommand):
    """Reads nothing, asks no database."""

    help = HELP["es"]
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take nothing but say what it does, in the reader's language."""
        parser.description = HELP[language()]

    def handle(self, **_options: Any) -> None:
        """Print it."""
        self.stdout.write(json.dumps(schema(language()), ensure_ascii=False, indent=2))
