"""Which event may follow: errors, not guesses."""

from acuerdo.core.clocks.clock import ENDS
from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.log import illegal
from acuerdo.core.clocks.terms import Terms

#: Statuses that a case enters and leaves by their own events only.
BY_EVENT = ENDS | {"resolved"}
EVENTS = frozenset({
    "opened", "classified", "status", "ready", "promised", "customer_wrote", "responded",
    "resolved", "reopened", "closed", "cancelled", "terms", "corrected",
})  # fmt: skip


def check(event: Happening, status: str, terms: Terms) -> None:
    """Refuse an event that a case in this status (empty before its opening) cannot have."""
    what = fault(event, status, terms)
    if what:
        raise illegal(event, what)


def fault(event: Happening, status: str, terms: Terms) -> str:
    """Say what is wrong with an event; nothing if it may happen."""
    name = event.event
    if (name == "opened") != (not status):
        return "the case is open already" if status else "the case was not opened yet"
    if name not in EVENTS and name not in terms.milestones:
        return f"there is no such event; the manual's own are {', '.join(sorted(terms.milestones)) or 'none'}"
    if name == "status":
        return fault_of_status(event, status, terms)
    if name == "reopened" and status not in {"resolved", "closed"}:
        return f"only a resolved or closed case is reopened, not one that is {status}"
    if name == "resolved" and status in ENDS:
        return f"the case is {status}; it is solved again only after it was reopened"
    return ""


def fault_of_status(event: Happening, status: str, terms: Terms) -> str:
    """Say what is wrong with a change of status."""
    if event.status not in terms.statuses:
        return f"there is no status {event.status!r}; there are {', '.join(terms.statuses)}"
    for named in (event.status, status):
        if named in BY_EVENT:
            return f"a case enters and leaves {named} by its own event, not by a status"
    return ""
