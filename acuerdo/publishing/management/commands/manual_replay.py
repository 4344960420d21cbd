"""`acuerdo manual replay FILE --desk ID`: the cases of the last ninety days under another manual; nothing is stored."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.agreements.queries import read_text
from acuerdo.core.agreements import Agreement, Faults
from acuerdo.desks.queries import NoSuchDesk, in_desk
from acuerdo.desks.wording import no_such_desk
from acuerdo.events.queries import log_of
from acuerdo.publishing.actions.replay import SPAN, cases_between
from acuerdo.publishing.management.commands._file import text_in
from acuerdo.publishing.queries.judging import CannotJudge, judge
from acuerdo.tickets.queries import SUBJECT
from acuerdo.ui.language import language


class Command(BaseCommand):
    """A line a case whose promises come out otherwise, then the sum."""

    help = gettext_noop("Repasa los casos de los últimos 90 días de una mesa como si otro manual hubiera estado en vigor.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, and which desk."""
        parser.description = _(self.help)
        parser.add_argument("file", metavar="FILE", type=Path, help=_("archivo TOML del manual"))
        parser.add_argument("--desk", required=True, help=_("la mesa, p. ej. proware"))

    def handle(self, *, file: Path, desk: str, **_options: Any) -> None:
        """Replay."""
        try:
            other = read_text(text_in(file), file=str(file))
            with in_desk(desk):
                self._replay(other)
        except Faults as faults:
            raise CommandError("\n".join(faults.lines(language()))) from faults
        except NoSuchDesk:
            raise CommandError(no_such_desk(desk)) from None

    def _replay(self, other: Agreement) -> None:
        now = timezone.now()
        counts = {"of": 0, "was": 0, "would": 0, "apart": 0}
        for ticket in cases_between(now - SPAN, now).iterator():
            try:
                promises = judge(ticket, log_of(SUBJECT, ticket.pk), other, now)
            except CannotJudge as refusal:
                counts["apart"] += 1
                self.stdout.write(f"#{ticket.number}\t{refusal.problem}\t{refusal.facts}")
                continue
            counts["of"] += 1
            counts["was"] += any(each.was_late for each in promises)
            counts["would"] += any(each.would_be_late for each in promises)
            for each in promises:
                if each.was_late != each.would_be_late:
                    self.stdout.write(f"#{ticket.number}\t{each.clock}\t{'+' if each.would_be_late else '-'}")
        words = _("Con este manual habrían vencido %(would)d de %(of)d casos; con el suyo vencieron %(was)d. Sin comparar: %(apart)d.")
        self.stdout.write(words % counts)
