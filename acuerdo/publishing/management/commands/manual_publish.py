"""`acuerdo manual publish FILE --desk ID`: the next version of a desk's manual, as its page publishes it; nobody is told."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.agreements.actions.publish import publish
from acuerdo.agreements.actions.publishable import CannotPublish
from acuerdo.core.agreements import Faults
from acuerdo.desks.queries import NoSuchDesk, in_desk
from acuerdo.desks.wording import no_such_desk
from acuerdo.events.events import SYSTEM
from acuerdo.publishing import wording
from acuerdo.publishing.management.commands._file import text_in
from acuerdo.ui.language import language


class Command(BaseCommand):
    """Exit status 1, and nothing published, for a text with faults, a taken version or a day that is past."""

    help = gettext_noop("Publica la siguiente versión del manual de una mesa. No avisa a los clientes: eso se hace desde su página.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, which desk, and what changes."""
        parser.description = _(self.help)
        parser.add_argument("file", metavar="FILE", type=Path, help=_("archivo TOML del manual"))
        parser.add_argument("--desk", required=True, help=_("la mesa, p. ej. proware"))
        parser.add_argument("--note", default="", help=_("qué cambia, en una frase"))

    def handle(self, *, file: Path, desk: str, note: str, **_options: Any) -> None:
        """Publish, or say why not."""
        text = text_in(file)
        try:
            with in_desk(desk):
                version = publish(text, by=SYSTEM, at=timezone.now(), note=note)
        except NoSuchDesk:
            raise CommandError(no_such_desk(desk)) from None
        except Faults as faults:
            raise CommandError("\n".join(faults.lines(language()))) from faults
        except CannotPublish as refusal:
            raise CommandError(wording.of(refusal)) from refusal
        self.stdout.write(_("%(version)s: publicada; rige desde %(day)s.") % {"version": version, "day": version.effective_from})
