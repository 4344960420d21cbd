"""`acuerdo messages`: compile the translations. No gettext is needed on the machine."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


class Command(BaseCommand):
    """Write a .mo beside every .po."""

    help = gettext_noop("Compila las traducciones.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """None; what it does is said in the reader's language."""
        parser.description = _(self.help)

    def handle(self, **_options: Any) -> None:
        """Compile each catalogue."""
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
