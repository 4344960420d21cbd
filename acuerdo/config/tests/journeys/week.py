"""A desk through a week: its mails read as they come, its alarms as they fall due, its clocks as `acuerdo clock` computes them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management import call_command

from acuerdo.channels.mail.actions.receive import receive
from acuerdo.customers.models import Contact, Contract
from acuerdo.customers.queries import Match, match_sender
from acuerdo.events.events import Actor
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import as_case
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all

BOGOTA = ZoneInfo("America/Bogota")
MAILBOX = "soporte@testserver"


def on(day: int, clock: str, month: int = 11) -> datetime:
    """An instant of 2026 as people in Bogotá say it: `on(23, "16:30")` is that Monday of November."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, month, day, hour, minute, tzinfo=BOGOTA).astimezone(UTC)


class Week(Story):
    """A story whose mails are all read: `sends` says what was written since the last look, no less and no more."""

    def __init__(self, manual: str, plan: str | None = None, **contract: Any) -> None:
        super().__init__(manual, plan)
        Contract.objects.update(**contract)
        self.seen = 0
        self.letters = 0

    # ---- who

    def acts(self, role: str) -> Actor:
        """Somebody of the desk, by their role in the manual."""
        return as_actor(self.people[role])

    def customer(self, contact: Contact | None = None) -> Actor:
        """The customer, as the log names them."""
        contact = contact or self.contact
        return Actor("contact", contact.pk, contact.name)

    def match(self, at: datetime) -> Match:
        """What the desk knows of the customer that day."""
        return match_sender(self.contact.email, at.date())

    def addresses(self, who: str) -> str:
        """The address of `customer`, or of a role of the manual, or the address itself."""
        return self.contact.email if who == "customer" else self.people[who].email if who in self.people else who

    # ---- what happens

    def writes(self, subject: str, text: str, at: datetime, *, to: str = MAILBOX) -> Ticket:
        """The customer's mail program sends this; the case it is in."""
        self.letters += 1
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = f"{self.contact.name} <{self.contact.email}>", to, subject
        message["Date"], message["Message-ID"] = format_datetime(at), f"<{self.letters}@santa-aurelia.example>"
        message.set_content(text)
        kept = receive(message.as_bytes(), envelope_from=self.contact.email, recipient=to, at=at)
        react_all()
        assert kept.ticket_id, kept.problem
        return Ticket.objects.get(pk=kept.ticket_id)

    def opens(self, report: Report, at: datetime) -> Ticket:
        """The customer reports by another channel."""
        ticket = open_case(report, contact=self.contact, match=self.match(at), by=self.customer(), at=at)
        react_all()
        return ticket

    def answers_mail(self, text: str, at: datetime) -> Ticket:
        """The customer answers the newest mail they got, to where it wants to be answered."""
        newest = self.last()
        return self.writes(f"Re: {newest.subject}", text, at, to=newest.reply_to or MAILBOX)

    def passes(self, until: datetime) -> None:
        """Let time pass: every alarm sounds when it falls due, and what it brings is done."""
        while (first := Clock.objects.filter(alarm_at__lte=until).order_by("alarm_at").first()) and first.alarm_at:
            sound_alarms(at=first.alarm_at, most=50)
            react_all()

    # ---- what is seen

    def sends(self, *expected: tuple[str, ...]) -> list[Outgoing]:
        """All mails since the last look: for each who gets it and words that stand in it. Gives them as expected."""
        react_all()
        new = list(Outgoing.objects.filter(pk__gt=self.seen).order_by("pk"))
        found = [next(taken) for one in expected for taken in [self.taken(new, *one)]]
        assert new == [], "\n\n".join(["written besides:", *map(shown, new)])
        self.seen = max((mail.pk for mail in found), default=self.seen)
        assert all(mail.html for mail in found), "in the product's look too"
        return found

    def taken(self, new: list[Outgoing], who: str, *words: str) -> Iterator[Outgoing]:
        """The first of these mails that is this one, taken out."""
        for mail in new:
            if mail.to == self.addresses(who) and all(word in f"{mail.subject}\n{mail.text}" for word in words):
                new.remove(mail)
                yield mail
                return
        raise AssertionError("\n\n".join([f"not written: {who}, {words}", *map(shown, new)]))

    def clocks(self, ticket: Ticket, at: datetime) -> dict[str, dict[str, Any]]:
        """The case's clocks as `acuerdo clock` answers its exported log, by name and cycle; what is stored says the same."""
        case, said = as_case(Ticket.objects.get(pk=ticket.pk), at), StringIO()
        with TemporaryDirectory() as folder:
            path = Path(folder) / "case.json"
            path.write_text(json.dumps(case))
            call_command("clock", case=path, stdout=said)
        answered = json.loads(said.getvalue())["clocks"]
        stored = {(row.clock, row.cycle): (row.state, row.due_at, row.stopped_at) for row in Clock.objects.filter(ticket=ticket)}
        assert {(one["id"], one["cycle"]): (one["state"], instant(one["due_at"]), instant(one["stopped_at"])) for one in answered} == stored
        return {one["id"] if one["cycle"] == 1 else f"{one['id']}/{one['cycle']}": one for one in answered}

    def state(self, ticket: Ticket) -> tuple[str, str]:
        """The case's status and how it was closed."""
        return Ticket.objects.values_list("status", "closed_as").get(pk=ticket.pk)

    def solution(self, ticket: Ticket) -> Message:
        """What was delivered last."""
        return Message.objects.filter(ticket=ticket, kind=Message.Kind.SOLUTION).latest("pk")


def instant(said: str | None) -> datetime | None:
    """What the command wrote, as the database keeps it."""
    return datetime.fromisoformat(said) if said else None


def shown(mail: Outgoing) -> str:
    """A mail in a failure's report."""
    return f"--- {mail.to} · {mail.subject}\n{mail.text}"
