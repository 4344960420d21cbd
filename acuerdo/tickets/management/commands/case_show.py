"""`acuerdo case show NUMBER --desk ID --json`: everything a case is made of."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.core.clocks import Move, moves
from acuerdo.core.clocks.dates import Dates
from acuerdo.core.clocks.moved import because
from acuerdo.desks.queries import NoSuchDesk, in_desk
from acuerdo.desks.wording import no_such_desk
from acuerdo.events.queries import log_of
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, as_case, happenings, terms_of
from acuerdo.ui.language import language


def described(ticket: Ticket) -> dict[str, object]:
    """A case as values: facts, messages, events, clocks with their moves, and the input of `acuerdo clock`."""
    now, log, terms = timezone.now(), list(log_of(SUBJECT, ticket.pk)), terms_of(ticket)
    moved = moves(happenings(log, terms), terms, now.astimezone(UTC))
    agreement = agreement_for(ticket)
    dates = Dates(agreement.zone, language(), months=True, year=now.astimezone(agreement.zone).year)
    return {
        "number": ticket.number,
        "subject": ticket.subject,
        "status": ticket.status,
        "facts": ticket.facts,
        "proposed": ticket.proposed,
        "doubt": ticket.doubt,
        "organisation": ticket.organisation.name if ticket.organisation else None,
        "contact": ticket.contact.email,
        "assignee": ticket.assignee.email if ticket.assignee else None,
        "level": ticket.level,
        "channel": ticket.channel,
        "manual": str(ticket.manual),
        "follows": ticket.follows.number if ticket.follows else None,
        "opened_at": ticket.opened_at,
        "resolved_at": ticket.resolved_at,
        "closed_at": ticket.closed_at,
        "closed_as": ticket.closed_as,
        "messages": [
            {
                "kind": message.kind,
                "author": message.author_name,
                "at": message.at,
                "channel": message.channel,
                "text": message.text,
                "message_id": message.message_id,
                "files": [file.name for file in message.files.all()],
            }
            for message in ticket.messages.select_related("person", "contact").prefetch_related("files")
        ],
        "events": [
            {"at": event.at, "kind": event.kind, "actor": event.actor_kind, "facts": event.facts, "hash": event.hash} for event in log
        ],
        "clocks": [
            clock_values(clock, moved.get((clock.clock, clock.cycle), ()), dates)
            for clock in ticket.clocks.order_by("started_at", "clock", "cycle")
        ],
        "case": as_case(ticket, now),
    }


def clock_values(clock: Clock, moved: Sequence[Move], dates: Dates) -> dict[str, object]:
    """A stored clock as values, with each move of its deadline: when, from, to, why, and that in words."""
    values = model_to_dict(clock, exclude=["id", "ticket"])
    values["id"] = values.pop("clock")
    values["moves"] = [{**asdict(move), "because": because(move, dates, "desk")} for move in moved]
    return values


class Command(BaseCommand):
    """Show one case."""

    help = gettext_noop("Muestra un caso: datos, mensajes, eventos y relojes.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which case of which desk."""
        parser.description = _(self.help)
        parser.add_argument("number", type=int, help=_("número del caso"))
        parser.add_argument("--desk", required=True, help=_("la mesa, p. ej. proware"))
        parser.add_argument("--json", action="store_true", help=_("como JSON"))

    def handle(self, *, number: int, desk: str, **options: Any) -> None:
        """Print it."""
        try:
            with in_desk(desk):
                related = Ticket.objects.select_related("organisation", "contact", "assignee", "manual", "follows")
                ticket = related.filter(number=number).first()
                if ticket is None:
                    raise CommandError(str(_("No hay un caso %(number)d en esa mesa.")) % {"number": number})
                self.show(described(ticket), as_json=options["json"])
        except NoSuchDesk:
            raise CommandError(no_such_desk(desk)) from None

    def show(self, case: dict[str, Any], *, as_json: bool) -> None:
        """As JSON, or as lines to read."""
        if as_json:
            self.stdout.write(json.dumps(case, default=str, ensure_ascii=False, indent=1))
            return
        self.stdout.write(f"#{case['number']}  {case['subject']}  [{case['status']}]  {case['organisation'] or '-'}")
        for clock in case["clocks"]:
            self.stdout.write(f"  {clock['label']}: {clock['state']}, {clock['target']}, {clock['due_at'] or '-'}")
            for move in clock["moves"]:
                line = f"{move['before']:%Y-%m-%d %H:%M} → {move['after']:%Y-%m-%d %H:%M}: {move['because']}"
                self.stdout.write(f"    {move['at']:%Y-%m-%d %H:%M}  {line}")
        for message in case["messages"]:
            self.stdout.write(f"  {message['at']:%Y-%m-%d %H:%M}  {message['kind']}  {message['author']}: {message['text'][:100]}")
