"""Whose a case is: what else they have open, what they had last, and how content they said they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import ngettext

from acuerdo.console.queries import View
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, is_open
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.satisfaction.models import Rating
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
    last: tuple[Earlier, ...]
    ended: tuple[int, ...]
    query: str


def latest_where(**whose: Given) -> QuerySet[Ticket, tuple[int, int, str, str]]:
    """The latest cases of a customer."""
    return Ticket.objects.filter(**whose).order_by("-number").values_list("pk", "number", "subject", "status")[:LATEST]


OF_ORGANISATION = Prepared(lambda: latest_where(organisation=Given("organisation")))
OF_CONTACT = Prepared(lambda: latest_where(contact=Given("contact")))


def customer_of(ticket: Ticket, agreement: Agreement) -> Customer:
    """Read the latest cases of a case's customer in one query; of whom nobody knows, those of the same contact."""
    whole = OF_ORGANISATION(organisation=ticket.organisation_id) if ticket.organisation_id else OF_CONTACT(contact=ticket.contact_id)
    latest = [row for row in whole if row[0] != ticket.pk]
    whose = (("cliente", (str(ticket.organisation_id),)),) if ticket.organisation_id else ()
    return Customer(
        open=sum(is_open(Status(status)) for _pk, _number, _subject, status in latest),
        last=tuple(earlier(row, agreement) for row in latest[:NAMED]),
        ended=tuple(pk for pk, _number, _subject, status in latest if not is_open(Status(status))),
        query=View(chosen=whose).query if whose else View(words=ticket.contact.email).query,
    )


def earlier(row: tuple[int, int, str, str], agreement: Agreement) -> Earlier:
    """Name a case."""
    _pk, number, subject, status = row
    return Earlier(number, subject, agreement.statuses[status].label, is_open(Status(status)))


def content(customer: Customer, ticket: Ticket, agreement: Agreement, now: datetime) -> Content | None:
    """Count their answers of a year; nobody was asked who had no case that ended."""
    if not agreement.survey or not (customer.ended or not ticket.is_open):
        return None
    given = Rating.objects.filter(ticket__in=[*customer.ended, ticket.pk], at__gte=now - YEAR).values_list("value", flat=True)
    return in_words(list(given), agreement)


def in_words(given: Sequence[str], agreement: Agreement) -> Content | None:
    """Say how many were good; nothing where nobody answered."""
    faces = agreement.survey.faces if agreement.survey else {}
    tones = [faces[value].tone for value in given if value in faces]
    if not tones:
        return None
    good = sum(tone == "good" for tone in tones)
    words = ngettext("%(good)d de %(n)d respuesta buena", "%(good)d de %(n)d respuestas buenas", len(tones))
    return Content(good, len(tones), words % {"good": good, "n": len(tones)})
