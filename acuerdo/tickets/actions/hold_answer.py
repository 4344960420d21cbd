"""Sending an answer that can be taken back for some seconds: it waits as a sending, and leaves as an answer that knows its true instant.

While it waits nothing has happened: no event, no mail, no clock. Whoever takes it back finds it in their draft (docs/decisions/0013).
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, may_answer
from acuerdo.events.events import Actor
from acuerdo.events.queries import head_of
from acuerdo.files.models import StoredFile
from acuerdo.jobs.desks import DeskTask
from acuerdo.live.tell import tell
from acuerdo.notifications.actions.tell import Word, tell_people
from acuerdo.people.models import Person
from acuerdo.tickets import wording
from acuerdo.tickets.actions.answer import CannotAnswer, NothingSaid, answer, check_here, check_milestones
from acuerdo.tickets.actions.carry import carry
from acuerdo.tickets.actions.draft import give_back
from acuerdo.tickets.actions.heed import Meanwhile, heed
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.models import Clock, HeldAnswer, Ticket
from acuerdo.tickets.queries import SUBJECT

log = logging.getLogger(__name__)

SEND_HELD = DeskTask("tickets.send_held")
#: So long it can be taken back.
WAITS = timedelta(seconds=8)
#: A promise that falls due sooner must not be broken by the product's own waiting: the answer leaves at once.
NEAR = timedelta(minutes=2)
#: What an answer must not go past when it leaves (as the composer's form, forms/writing.py).
HEEDS = frozenset({"customer_wrote", "responded", "resolved", "reopened", "closed", "cancelled", "absorbed"})


@dataclass(frozen=True, kw_only=True)
class Sending:
    """What is to be sent, as `answer` and `carry` take it."""

    text: str
    then: Status
    milestones: Sequence[str] = ()
    files: Sequence[StoredFile] = ()
    carried: Sequence[str] = ()


@transaction.atomic
def send(ticket_id: int, sending: Sending, *, by: Actor, at: datetime) -> None:
    """Send it now, with what it carries; raises what `answer` and `carry` refuse, and then nothing is done."""
    answer(ticket_id, sending.text, then=sending.then, milestones=sending.milestones, files=sending.files, by=by, at=at)
    carry(ticket_id, sending.carried, by=by, at=at)


def may_wait(ticket: Ticket, at: datetime) -> bool:
    """Whether no promise of the case falls due so soon that the seconds could matter."""
    return not Clock.objects.filter(ticket=ticket, stopped_at=None, due_at__gte=at, due_at__lte=at + NEAR).exists()


@transaction.atomic
def hold_answer(ticket_id: int, sending: Sending, *, person: Person, by: Actor, at: datetime) -> HeldAnswer:
    """Let an answer wait; what the person sent before in that case leaves first. Raises what `answer` would for the case as it is."""
    ticket = hold(ticket_id)
    if not sending.text.strip():
        msg = "An answer needs a text."
        raise NothingSaid(msg)
    check_here(ticket)
    if not may_answer(ticket.state):
        msg = f"Case {ticket.number} has ended."
        raise CannotAnswer(msg, status=ticket.status)
    check_milestones(ticket, sending.milestones, {})
    leave_first(ticket, person, at=at)
    held = HeldAnswer.objects.create(
        person=person,
        ticket=ticket,
        text=sending.text,
        then=sending.then.value,
        milestones=list(sending.milestones),
        carried=list(sending.carried),
        seen=str(head_of(SUBJECT, ticket.pk)[0]),
        source={"ip": by.ip, "programme": by.programme},
        held_at=at,
        leaves_at=at + WAITS,
    )
    held.files.add(*sending.files)
    SEND_HELD.defer(held=held.pk, schedule_at=held.leaves_at)
    tell(f"ticket-{ticket.pk}")
    return held


@transaction.atomic
def leave(pk: int, *, at: datetime) -> bool:
    """Send it, now; whether it went. Once: a second time there is nothing to send.

    What came in between, or a case that ended, keeps it back: it is a draft again, and its writer is told why.
    """
    held = waiting(pk=pk)
    if held is None:
        return False
    files = list(held.files.order_by("pk"))
    by = replace(Actor(kind="person", id=held.person_id, name=held.person.name), **held.source)
    held.delete()
    try:
        with transaction.atomic():
            heed(held.ticket_id, held.seen, HEEDS, by=by)
            said = Sending(text=held.text, then=Status(held.then), milestones=held.milestones, files=files, carried=held.carried)
            send(held.ticket_id, said, by=by, at=at)
    except Refusal as reason:
        # Into the case that this one became part of meanwhile: its page is the one that is shown.
        give_back(held.person, held.ticket.merged_into or held.ticket, held.text, files, at=at)
        tell_of_return(held, pk, reason, at=at)
        tell(f"ticket-{held.ticket_id}")
        return False
    return True


def waiting(**which: object) -> HeldAnswer | None:
    """Lock an answer that waits, its case before it as every verb does: of two who want both, neither waits for the other for ever."""
    ticket_id = HeldAnswer.objects.filter(**which).values_list("ticket_id", flat=True).first()
    if ticket_id is None:
        return None
    hold(ticket_id)
    rows = HeldAnswer.objects.select_for_update(of=("self",)).select_related("person", "ticket__merged_into")
    return rows.filter(**which).first()


def leave_first(ticket: Ticket, person: Person, *, at: datetime) -> None:
    """Send what the person has waiting in a case: what they do next comes after it, as they did it."""
    for held in HeldAnswer.objects.filter(person=person, ticket=ticket).order_by("pk").values_list("pk", flat=True):
        leave(held, at=at)


@transaction.atomic
def take_back(pk: int, *, person: Person, at: datetime) -> bool:
    """Take it back: its text and files are a draft again. False when it has left already, or was somebody else's."""
    held = waiting(pk=pk, person=person)
    if held is None:
        return False
    give_back(person, held.ticket.merged_into or held.ticket, held.text, held.files.all(), at=at)
    held.delete()
    tell(f"ticket-{held.ticket_id}")
    return True


def send_due(*, at: datetime, most: int) -> int:
    """Send what should have left by now: the net below the jobs. Returns how many went."""
    due = HeldAnswer.objects.filter(leaves_at__lte=at).order_by("leaves_at").values_list("pk", flat=True)
    return sum(went(pk, at=at) for pk in list(due[:most]))


def went(pk: int, *, at: datetime) -> bool:
    """Whether it left; one that cannot is logged and keeps nothing else of the desk's waiting."""
    try:
        return leave(pk, at=at)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("answer %s, which waits to leave, could not", pk)
        return False


def tell_of_return(held: HeldAnswer, pk: int, reason: Refusal, *, at: datetime) -> None:
    """Tell who wrote it why it did not leave, and that it is not lost."""
    why = _("mientras tanto pasó algo en el caso") if isinstance(reason, Meanwhile) else wording.of(reason)
    word = Word(
        key=f"returned-{pk}",
        kind="message",
        text=_("Su respuesta en el caso %(number)s no salió: %(why)s. Está otra vez como borrador."),
        facts={"number": held.ticket.number, "why": str(why).rstrip(".")},
        url=reverse("console:case", args=[held.ticket.number]),
        subject=_("Su respuesta no salió"),
        about=(SUBJECT, held.ticket_id),
    )
    tell_people([held.person], word, at=at)
