"""Tagging a case with words of the desk's own."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.make_findable import index_again
from acuerdo.tickets.events import Tagged
from acuerdo.tickets.models import Ticket

#: A case has at most so many tags, each of so many characters.
MOST, LONGEST = 20, 40


class TooManyTags(Refusal):
    """More tags than anybody reads."""

    code = "tickets.too_many_tags"


@transaction.atomic
def tag(ticket_id: int, tags: Iterable[str], *, by: Actor, at: datetime) -> Ticket:
    """Give a case these tags and no others; case and spaces make no difference. Raises TooManyTags."""
    return give(hold(ticket_id), normal(tags), by=by, at=at)


@transaction.atomic
def retag(ticket_id: int, *, add: Iterable[str] = (), remove: Iterable[str] = (), by: Actor, at: datetime) -> Ticket:
    """Give a case these tags besides its own, and take those away. Raises TooManyTags."""
    ticket = hold(ticket_id)
    return give(ticket, sorted({*normal(ticket.tags), *normal(add)} - {*normal(remove)}), by=by, at=at)


def give(ticket: Ticket, wanted: list[str], *, by: Actor, at: datetime) -> Ticket:
    """Give a held case tags as they are kept."""
    at = in_turn(at, ticket)
    if len(wanted) > MOST:
        msg = f"{len(wanted)} tags; at most {MOST}."
        raise TooManyTags(msg, most=MOST)
    if wanted == ticket.tags:
        return ticket
    before, ticket.tags = ticket.tags, wanted
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, Tagged(subject_id=ticket.pk, tags=wanted, before=before), by=by, at=at)
    index_again([ticket.pk])
    return ticket


def normal(tags: Iterable[str]) -> list[str]:
    """Tags as they are kept: small letters, single spaces, nothing that nobody sees, each once, in the order of the alphabet."""
    cleaned = (seen(re.sub(r"[,;#\s]+", " ", each)).strip().lower()[:LONGEST].strip() for each in tags)
    return sorted({each for each in cleaned if each})


def seen(text: str) -> str:
    """What of a text is to be seen: of two tags that look alike one would hold a mark of direction, or no width, and nobody could tell."""
    return "".join(each for each in unicodedata.normalize("NFC", text) if unicodedata.category(each)[0] != "C")
