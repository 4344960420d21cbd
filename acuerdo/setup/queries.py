"""How far a new desk has come, by what there is in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from acuerdo.agreements.models import ManualVersion
from acuerdo.channels.mail.models import Mailbox
from acuerdo.customers.models import Contract
from acuerdo.desks.models import Desk
from acuerdo.events.models import Event
from acuerdo.notifications.queries import own_server
from acuerdo.people.models import Person, Role
from acuerdo.tickets.models import Ticket

#: From nothing to the first answered mail, in this order.
STEPS = ("manual", "mailbox", "customers", "people", "mail", "answer")
#: Those that one says oneself to have taken: nothing in the desk shows it.
SAID = frozenset({"manual", "mailbox"})


@dataclass(frozen=True)
class Step:
    """A step of the guide, and how it stands."""

    name: str
    done: bool
    skipped: bool
    now: bool = False


def guide_of(desk: Desk) -> list[Step]:
    """The steps with their state of now, the first that is left marked; nothing when none is left, or in a demonstration."""
    if desk.is_demo:
        return []
    told = dict(
        Event.objects.filter(subject_kind="desk", subject_id=desk.pk, kind="desk.step")
        .order_by("pk")
        .values_list("facts__step", "facts__skipped")
    )
    facts = seen()
    steps = [Step(name, done=facts.get(name, False) or (name in told and not told[name]), skipped=bool(told.get(name))) for name in STEPS]
    first = next((step.name for step in steps if not (step.done or step.skipped)), "")
    return [Step(step.name, step.done, step.skipped, now=step.name == first) for step in steps] if first else []


def seen() -> Mapping[str, bool]:
    """What the desk's own tables show of each step."""
    staff = Person.objects.exclude(role=Role.CUSTOMER)
    return {
        "manual": ManualVersion.objects.count() > 1,
        "mailbox": Mailbox.objects.exists() or own_server() is not None or not settings.BUILT_IN_MAILBOX,
        "customers": Contract.objects.exists(),
        "people": staff.count() > 1,
        "mail": Ticket.objects.exists(),
        "answer": Ticket.objects.exclude(answered_at=None).exists(),
    }
