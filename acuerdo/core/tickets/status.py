"""The ten statuses of a case and whose time each second in them is."""

from enum import StrEnum


class Status(StrEnum):
    """One state machine serves every manual; a manual renames these, it does not draw its own graph."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_INTERNAL = "waiting_internal"
    WAITING_PROVIDER = "waiting_provider"
    WAITING_APPROVAL = "waiting_approval"
    SCHEDULED = "scheduled"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Party(StrEnum):
    """Who holds the next step, and so whose time passes."""

    PROVIDER = "provider"
    CUSTOMER = "customer"
    THIRD_PARTY = "third_party"
    NOBODY = "nobody"


PARTIES = {
    Status.NEW: Party.PROVIDER,
    Status.IN_PROGRESS: Party.PROVIDER,
    Status.WAITING_CUSTOMER: Party.CUSTOMER,
    Status.WAITING_INTERNAL: Party.PROVIDER,
    Status.WAITING_PROVIDER: Party.THIRD_PARTY,
    Status.WAITING_APPROVAL: Party.PROVIDER,
    Status.SCHEDULED: Party.PROVIDER,
    Status.RESOLVED: Party.CUSTOMER,
    Status.CLOSED: Party.NOBODY,
    Status.CANCELLED: Party.NOBODY,
}

ENDED = frozenset({Status.CLOSED, Status.CANCELLED})

#: Where somebody still works on the case: neither delivered nor ended.
WORKING = frozenset(Status) - ENDED - {Status.RESOLVED}


def party(status: Status, *, asked: Party | None = None) -> Party:
    """Whose time passes in `status`.

    A committee's approval is the provider's time. A quote is the customer's to approve: then the event names the
    customer as `asked`, which counts only in waiting_approval.
    """
    if status is Status.WAITING_APPROVAL and asked is not None:
        return asked
    return PARTIES[status]


def is_open(status: Status) -> bool:
    """Whether the case has not ended; a solution that waits for the customer has not."""
    return status not in ENDED
