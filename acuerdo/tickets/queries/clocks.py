"""Clocks of a case: computed from its log, foreseen before there is one, and as `acuerdo clock` reads it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Clock, Happening, Terms, fold, from_log, lasting, name_for_clocks
from acuerdo.core.tickets import may_start
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.models import Clock as StoredClock
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries.agreed import approvals_needed, other_terms, terms_of
from acuerdo.tickets.queries.log import SUBJECT

#: What an event says to the clocks besides when and what.
SAID = ("status", "facts", "reason", "clock", "date", "party", "corrects", "time", "cycle", "state", "version", "plan")
#: Later than any deadline.
NEVER = datetime.max.replace(tzinfo=UTC)


def first_due(clocks: Iterable[StoredClock]) -> StoredClock | None:
    """Of these clocks the one that is due first; None where none has a deadline."""
    return min((clock for clock in clocks if clock.due_at), key=lambda clock: clock.due_at or NEVER, default=None)


def happenings(events: Iterable[Event], terms: Terms) -> tuple[Happening, ...]:
    """A case's log as the clocks read it."""
    return from_log(events, terms, other_terms)


def folded(ticket: Ticket, now: datetime, log: Iterable[Event] | None = None) -> tuple[Clock, ...]:
    """The case's clocks, computed from its log alone, which is read unless it is given."""
    terms = terms_of(ticket)
    log = log_of(SUBJECT, ticket.pk) if log is None else log
    return fold(happenings(log, terms), terms, now.astimezone(UTC))


def as_case(ticket: Ticket, now: datetime) -> dict[str, object]:
    """The case as `acuerdo clock` reads it."""
    terms = terms_of(ticket)
    events = []
    for event in lasting(log_of(SUBJECT, ticket.pk)):
        name = name_for_clocks(event, terms)
        if name:
            said = {key: event.facts[key] for key in SAID if key in event.facts}
            events.append({"at": event.at.isoformat(), "event": name, **said})
    return {
        "manual": ticket.manual.manual,
        "version": ticket.manual.version,
        "plan": ticket.facts.get("plan"),
        "contract": ticket.overrides,
        "facts": {},
        "events": events,
        "now": now.isoformat(),
    }


def foreseen(
    agreement: Agreement, terms: Terms, facts: Mapping[str, object], scope: Collection[str], *, opened_at: datetime, now: datetime
) -> tuple[Clock, ...]:
    """The clocks that a case with these facts would have if it were opened then: what is promised before anything is sent.

    `scope`: the items that the customer's contract includes; work on them need not wait for a quote (SGM-A9).
    """
    at = opened_at.astimezone(UTC)
    committee, quote = approvals_needed(agreement, facts, scope)
    opened = [Happening(at=at, event="opened", position=0, facts=facts)]
    ready = [Happening(at=at, event="ready", position=1)] if may_start([], committee=committee, quote=quote) else []
    return fold([*opened, *ready], terms, now.astimezone(UTC))
