"""Making one case of two, and two of them again. Nothing is moved or lost: messages stay where they were said."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, check_merge, is_open
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold_all, in_turn
from acuerdo.tickets.events import Absorbed, Merged, Released, Unmerged
from acuerdo.tickets.models import Ticket, Watcher
from acuerdo.tickets.queries import SUBJECT

DUPLICATE = "duplicate"


class NotMerged(Refusal):
    """This case is part of no other; there is nothing to undo."""

    code = "tickets.not_merged"


@transaction.atomic
def merge(ticket_id: int, into_id: int, *, by: Actor, at: datetime) -> Ticket:
    """Make the case part of `into`, which stays: its clocks and its promises hold. Gives the one that stays. Raises CannotMerge."""
    both = {ticket.pk: ticket for ticket in hold_all({ticket_id, into_id})}
    goes, stays = both[ticket_id], both[into_id]
    at = in_turn(at, *both.values())
    check_merge(
        goes.state,
        stays.state,
        same=goes.pk == stays.pk,
        merged=bool(goes.merged_into_id or stays.merged_into_id),
        one_customer=of_one_customer(goes, stays),
    )
    absorbed = absorb(goes, stays, at=at)
    before = {"status": goes.status, "closed_as": goes.closed_as}
    goes.merged_into, goes.parent = stays, None if goes.parent_id == stays.pk else goes.parent
    goes.status, goes.closed_at, goes.closed_as = Status.CANCELLED.value, at, DUPLICATE
    for ticket in (goes, stays):
        ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(goes, Merged(subject_id=goes.pk, into=stays.pk, number=stays.number, before=before), by=by, at=at)
    conclude(stays, absorbed, by=by, at=at)
    return stays


def of_one_customer(one: Ticket, other: Ticket) -> bool:
    """Whether both are the same customer's: of one organisation, or of the same writer."""
    if one.organisation_id or other.organisation_id:
        return one.organisation_id == other.organisation_id
    return one.contact_id == other.contact_id


def absorb(goes: Ticket, stays: Ticket, *, at: datetime) -> Absorbed:
    """Take over what hangs on the case that goes, and its customer's unanswered word; gives what must be known to undo it."""
    also = tuple(goes.merged.order_by("pk").values_list("pk", flat=True))
    children = tuple(goes.children.exclude(pk=stays.pk).order_by("pk").values_list("pk", flat=True))
    Ticket.objects.filter(pk__in=also).update(merged_into=stays)
    Ticket.objects.filter(pk__in=children).update(parent=stays)
    watcher = None
    if goes.contact_id != stays.contact_id:
        _watcher, new = Watcher.objects.get_or_create(ticket=stays, contact_id=goes.contact_id, defaults={"since": at})
        watcher = goes.contact_id if new else None
    before = hear_from(goes, stays)
    return Absorbed(subject_id=stays.pk, case=goes.pk, number=goes.number, also=also, children=children, watcher=watcher, before=before)


def hear_from(goes: Ticket, stays: Ticket) -> dict[str, object]:
    """A newer word of the customer's in the case that goes counts in the one that stays: silence closes nothing over it."""
    before: dict[str, object] = {}
    said, heard = goes.customer_wrote_at, stays.customer_wrote_at
    if said and (heard is None or said > heard):
        before["customer_wrote_at"] = heard.isoformat() if heard else ""
        stays.customer_wrote_at = said
    if said and stays.state is Status.RESOLVED and stays.resolved_at and said >= stays.resolved_at and stays.wrote_after_at is None:
        before["wrote_after_at"] = ""
        stays.wrote_after_at = said
    return before


@transaction.atomic
def unmerge(ticket_id: int, *, by: Actor, at: datetime) -> Ticket:
    """Undo a merging: the case is again what it was, its clocks as if it had never stopped. Raises NotMerged, CannotMerge."""
    into_id = Ticket.objects.values_list("merged_into_id", flat=True).get(pk=ticket_id)
    held = {ticket.pk: ticket for ticket in hold_all({ticket_id, *([into_id] if into_id else [])})}
    back = held[ticket_id]
    merged = last_of(ticket_id, "ticket.merged")
    # What came by way of a case that was merged in its turn goes back with that one.
    if into_id is None or back.merged_into_id != into_id or merged is None or merged.facts["into"] != into_id:
        msg = f"Case {back.number} was merged into no open case of its own."
        raise NotMerged(msg)
    stays = held[into_id]
    at = in_turn(at, *held.values())
    release(back, stays)
    back.merged_into, back.closed_at = None, None
    back.status, back.closed_as = str(merged.facts["before"]["status"]), str(merged.facts["before"].get("closed_as", ""))
    for ticket in held.values():
        ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(back, Unmerged(subject_id=back.pk, case=stays.pk, number=stays.number), by=by, at=at)
    conclude(stays, Released(subject_id=stays.pk, case=back.pk, number=back.number), by=by, at=at)
    return back


def release(back: Ticket, stays: Ticket) -> None:
    """Give back what came with the case: what had been part of it, its children, and what its coming alone had changed."""
    absorbed = last_of(stays.pk, "ticket.absorbed", case=back.pk)
    if absorbed is None:
        return
    Ticket.objects.filter(pk__in=absorbed.facts.get("also", ()), merged_into=stays).update(merged_into=back)
    Ticket.objects.filter(pk__in=absorbed.facts.get("children", ()), parent=stays).update(parent=back)
    if absorbed.facts.get("watcher"):
        Watcher.objects.filter(ticket=stays, contact_id=absorbed.facts["watcher"]).delete()
    before = absorbed.facts.get("before", {})
    if "customer_wrote_at" in before and stays.customer_wrote_at == back.customer_wrote_at:
        said = str(before["customer_wrote_at"])
        stays.customer_wrote_at = datetime.fromisoformat(said) if said else None
    if "wrote_after_at" in before and stays.wrote_after_at == back.customer_wrote_at and is_open(stays.state):
        stays.wrote_after_at = None


def last_of(ticket_id: int, kind: str, **facts: object) -> Event | None:
    """The last event of a kind in a case's log, with these facts."""
    found = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket_id, kind=kind)
    return found.filter(**{f"facts__{name}": value for name, value in facts.items()}).order_by("-position").first()
