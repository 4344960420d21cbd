"""Whose a case is: what else they have open, what they had last, and how content they said they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import ngettext

from acuerdo.console.queries import View
from acuerdo.console.queries.counts import OPEN
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, is_open
from acuerdo.desks.prepared import planned_cursor
from acuerdo.tickets.models import Ticket

#: Their cases are looked for among so many of their latest: those that ended long ago cost nothing.
LATEST = 200
#: So many of them are named.
NAMED = 5
#: Answers to the survey older than this say little of today.
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Earlier:
    """One of their cases: its status in the manual's words."""

    number: int
    subject: str
    status: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What they answered to the survey within a year: how many, how many of them good, and the sentence."""

    good: int
    asked: int
    words: str


@dataclass(frozen=True, slots=True)
class Customer:
    """What is known of a case's customer besides the case; `query` leads to what they have open."""

    open: int
    ended: int
    last: tuple[Earlier, ...]
    query: str

    @property
    def open_words(self) -> str:
        """How many are open, of those that were counted; with a plus sign where they may have more."""
        return f"{self.open}+" if self.open + self.ended >= LATEST - 1 else str(self.open)


#: A customer's latest cases but the one at hand, by what the case says whose it is. Written out: of so many rows a page shows two counts
#: and a few names, and to read all of them took longer than anything else that it asks.
LATEST_OF = "(SELECT id, number, subject, status FROM tickets_ticket WHERE {whose} = %(whose)s ORDER BY number DESC LIMIT {latest})"
COUNTED = (
    f"SELECT number, subject, status, count(*) FILTER (WHERE {OPEN}) OVER (), count(*) OVER () "  # noqa: S608  only our own words
    f"FROM {LATEST_OF} AS latest WHERE id <> %(case)s ORDER BY number DESC LIMIT {NAMED}"
)
ANSWERED = (
    f"SELECT value FROM satisfaction_rating WHERE at >= %(since)s AND ticket_id IN "  # noqa: S608  only our own words
    f"(SELECT id FROM {LATEST_OF} AS latest WHERE NOT {OPEN} UNION ALL SELECT %(case)s)"
)


def asked(question: str, ticket: Ticket, **given: datetime) -> list[tuple[Any, ...]]:
    """Ask of the latest cases of a case's customer; of whom nobody knows, of those of the same contact."""
    column, key = ("organisation_id", ticket.organisation_id) if ticket.organisation_id else ("contact_id", ticket.contact_id)
    with planned_cursor() as cursor:
        cursor.execute(question.format(whose=column, latest=LATEST), {"whose": key, "case": ticket.pk, **given})
        return list(cursor.fetchall())


def customer_of(ticket: Ticket, agreement: Agreement) -> Customer:
    """Count the latest cases of a case's customer and name the last of them, in one query."""
    rows = asked(COUNTED, ticket)
    still, every = rows[0][3:] if rows else (0, 0)
    whose = (("cliente", (str(ticket.organisation_id),)),) if ticket.organisation_id else ()
    return Customer(
        open=still,
        ended=every - still,
        last=tuple(earlier(number, subject, status, agreement) for number, subject, status, _still, _every in rows),
        query=View(chosen=whose).query if whose else View(words=ticket.contact.email).query,
    )


def earlier(number: int, subject: str, status: str, agreement: Agreement) -> Earlier:
    """Name a case."""
    return Earlier(number, subject, agreement.statuses[status].label, is_open(Status(status)))


def content(customer: Customer, ticket: Ticket, agreement: Agreement, now: datetime) -> Content | None:
    """Count their answers of a year; nobody was asked who had no case that ended."""
    if not agreement.survey or not (customer.ended or not ticket.is_open):
        return None
    return in_words([value for (value,) in asked(ANSWERED, ticket, since=now - YEAR)], agreement)


def in_words(given: Sequence[str], agreement: Agreement) -> Content | None:
    """Say how many were good; nothing where nobody answered."""
    faces = agreement.survey.faces if agreement.survey else {}
    tones = [faces[value].tone for value in given if value in faces]
    if not tones:
        return None
    good = sum(tone == "good" for tone in tones)
    words = ngettext("%(good)d de %(n)d respuesta buena", "%(good)d de %(n)d respuestas buenas", len(tones))
    return Content(good, len(tones), words % {"good": good, "n": len(tones)})
