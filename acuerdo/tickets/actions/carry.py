"""What is done to a case along with a message, as a saved answer names it: `assign=12`, `fact=priority:alto`, `tag=vip`, `note=…`.

`then=waiting_customer` is the answer's own and only read here.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.models import Ticket

KINDS = frozenset({"assign", "fact", "tag", "note", "then"})
#: The statuses in which an answer may leave a case.
THEN = frozenset({Status.IN_PROGRESS, Status.WAITING_CUSTOMER})
ME = "me"
DIGITS = 9


class CannotCarry(Refusal):
    """A saved answer names something that cannot be done any more (a person who left, a value the manual no longer has)."""

    code = "tickets.cannot_carry"


@transaction.atomic
def carry(ticket_id: int, deeds: Sequence[str], *, by: Actor, at: datetime) -> None:
    """Do each, in this order. Raises CannotCarry and what the deeds themselves refuse; then none is done."""
    for deed in deeds:
        kind, _equals, value = deed.partition("=")
        if kind not in KINDS:
            msg = f"{deed!r} is nothing that can be done."
            raise CannotCarry(msg, deed=deed)
        if kind == "assign":
            assign(ticket_id, person_of(value, by), by=by, at=at)
        elif kind == "fact":
            fact, _colon, chosen = value.partition(":")
            classify(ticket_id, {fact: chosen}, by=by, at=at)
        elif kind == "tag":
            tag(ticket_id, [*Ticket.objects.values_list("tags", flat=True).get(pk=ticket_id), value], by=by, at=at)
        elif kind == "note":
            note(ticket_id, value, by=by, at=at)


def person_of(value: str, by: Actor) -> Person:
    """Who is meant; whoever acts themselves for `me`. Raises CannotCarry."""
    pk = (by.id or 0) if value == ME else int(value) if value.isdecimal() and len(value) <= DIGITS else 0
    found = Person.objects.filter(pk=pk, is_active=True).first()
    if found is None:
        msg = f"Nobody is {value!r} any more."
        raise CannotCarry(msg, deed=f"assign={value}")
    return found


def status_after(deeds: Sequence[str]) -> Status | None:
    """The status in which the answer is to leave the case; None where no deed says."""
    named = [value for kind, _equals, value in (deed.partition("=") for deed in deeds) if kind == "then"]
    return Status(named[-1]) if named and named[-1] in {each.value for each in THEN} else None
