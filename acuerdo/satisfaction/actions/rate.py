"""One click rates; a later click changes it until a comment is written. The same click twice is one."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.satisfaction.events import Rated
from acuerdo.satisfaction.models import Rating
from acuerdo.satisfaction.queries import closed_at, survey_of
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.models import Ticket


class NothingToRate(Refusal):
    """The manual has no such survey or answer, or the case was not closed there."""

    code = "satisfaction.nothing_to_rate"


class AlreadyCommented(Refusal):
    """A commented answer stays as it is: it may have been read and answered."""

    code = "satisfaction.already_commented"


@transaction.atomic
def rate(ticket_id: int, closing: int, value: str, *, by: Actor, at: datetime, comment: str = "") -> Rating:
    """Keep a face of the manual's survey and, if there is one, a comment. Raises NothingToRate, AlreadyCommented."""
    ticket = hold(ticket_id)
    check(ticket, closing, value)
    rating = Rating.objects.filter(ticket=ticket, closing=closing).first() or Rating(ticket=ticket, closing=closing)
    before, comment = rating.value, comment.strip()
    if before == value and comment in {"", rating.comment}:
        return rating
    if rating.comment:
        msg = f"The rating of case {ticket.number} has a comment already."
        raise AlreadyCommented(msg)
    rating.value, rating.comment, rating.at = value, comment, at
    rating.save()
    rated = Rated(subject_id=ticket.pk, closing=closing, value=value, before=before, commented=bool(comment))
    record(rated, by=by, at=at)
    return rating


def check(ticket: Ticket, closing: int, value: str) -> None:
    """Refuse what the manual does not ask, and a closing that never was."""
    survey = survey_of(ticket)
    if survey is None or value not in survey.faces or not closed_at(ticket.pk, closing):
        msg = f"{value!r} answers no survey of case {ticket.number} at {closing}."
        raise NothingToRate(msg)
