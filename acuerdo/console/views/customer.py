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
from acuerdo.desks.prepared import planned
from acuerdo.tickets.models import Ticket

#: Their answers are looked for among so many of their latest cases: those that ended long ago cost nothing.
LATEST = 200
#: So many of their latest cases are named.
NAMED = 5
#: Their open cases are counted up to so many.
COUNTED = 99
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
    last: tuple[Earlier, ...]
    query: str

    @property
    def open_words(self) -> str:
        """How many are open; with a plus sign where they have more than are counted."""
        return f"{COUNTED}+" if self.open > COUNTED else str(self.open)

    @property
    def may_have_ended(self) -> bool:
        """Whether a case of theirs may have ended: one that is named has, or not all of them are named."""
        return len(self.last) == NAMED or not all(case.is_open for case in self.last)


#: A customer's latest cases and how many are open, by what a case says whose it is. BETWEEN and not =, so that only the index of a
#: customer's cases in order gives that order: PostgreSQL would take the order of all cases, even for a customer with a few old ones. Whose
#: it is, is read of the case: then PostgreSQL knows as much of it for one as for all, and keeps its plan.
LAST_OF = """
SELECT number, subject, status, open
FROM (SELECT {whose} AS whose FROM tickets_ticket WHERE id = %(case)s) AS this,
     LATERAL (SELECT number, subject, status FROM tickets_ticket
              WHERE {whose} BETWEEN this.whose AND this.whose ORDER BY {whose}, number DESC LIMIT {named}) AS latest,
     LATERAL (SELECT count(*) AS open
              FROM (SELECT FROM tickets_ticket WHERE {whose} = this.whose AND {open} LIMIT {most}) AS few) AS counted
ORDER BY number DESC
"""
ANSWERED = """
SELECT value FROM satisfaction_rating WHERE at >= %(since)s AND ticket_id IN
(SELECT id FROM (SELECT id, status FROM tickets_ticket
                 WHERE {whose} = %(whose)s ORDER BY number DESC LIMIT {latest}) AS latest
 WHERE NOT {open} UNION ALL SELECT %(case)s)
"""


def asked(question: str, ticket: Ticket, **given: datetime) -> list[tuple[Any, ...]]:
    """Ask of the cases of a case's customer; of whom nobody knows, of those of the same contact."""
    whose, key = ("organisation_id", ticket.organisation_id) if ticket.organisation_id else ("contact_id", ticket.contact_id)
    # One more of each than is shown: the case at hand is among them.
    words = question.format(whose=whose, open=OPEN, named=NAMED + 1, most=COUNTED + 2, latest=LATEST)
    return planned(words, {"case": ticket.pk, "whose": key, **given})


def customer_of(ticket: Ticket, agreement: Agreement) -> Customer:
    """Count the open cases of a case's customer and name their latest, in one query, but for the case itself."""
    rows = asked(LAST_OF, ticket)
    others = [earlier(number, subject, status, agreement) for number, subject, status, _open in rows if number != ticket.number]
    whose = (("cliente", (str(ticket.organisation_id),)),) if ticket.organisation_id else ()
    return Customer(
        open=max(0, rows[0][3] - ticket.is_open) if rows else 0,  # it may have ended since it was read
        last=tuple(others[:NAMED]),
        query=View(chosen=whose).query if whose else View(words=ticket.contact.email).query,
    )


def earlier(number: int, subject: str, status: str, agreement: Agreement) -> Earlier:
    """Name a case."""
    return Earlier(number, subject, agreement.statuses[status].label, is_open(Status(status)))


def content(customer: Customer, ticket: Ticket, agreement: Agreement, now: datetime) -> Content | None:
    """Count their answers of a year; nobody was asked who had no case that ended."""
    if not agreement.survey or (ticket.is_open and not customer.may_have_ended):
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
