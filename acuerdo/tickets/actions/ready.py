"""When work may start: with the last approval that the case needs (docs/decisions/0006)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Terms
from acuerdo.core.tickets import Asked, Need, Quote, may_start, outstanding
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.events import Corrected, Ready, TicketEvent
from acuerdo.tickets.models import Approval, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, approvals_needed, happenings, terms_of

#: Why a person did not correct it: the manual's own reading (SGM-A5).
BY_RULE = "approvals"


def needed(ticket: Ticket, agreement: Agreement) -> tuple[bool, Quote]:
    """Whether a committee must approve what the case is, and whether the customer a quote, by the contract that it is pinned to."""
    return approvals_needed(agreement, ticket.facts, ticket.scope)


def any_needed(ticket: Ticket) -> bool:
    """Whether the manual asks for an approval of what the case is; it costs no query."""
    return needed(ticket, agreement_for(ticket)) != (False, Quote.NO)


def missing(ticket: Ticket) -> tuple[Need, ...]:
    """The approvals that work still waits for."""
    committee, quote = needed(ticket, agreement_for(ticket))
    return outstanding(asked(ticket), committee=committee, quote=quote)


def asked(ticket: Ticket) -> list[Asked]:
    """What was asked on a case, oldest first."""
    rows = Approval.objects.filter(ticket=ticket).order_by("asked_at", "pk")
    return [Asked(kind, decision) for kind, decision in rows.values_list("kind", "decision")]


def is_waited_for(terms: Terms, facts: Mapping[str, object]) -> bool:
    """Whether a clock that begins when work may start is owed for these facts."""
    return any(rule.starts == "ready" and terms.promise(rule.id, facts) is not None for rule in terms.rules)


def ready_at_opening(ticket: Ticket, agreement: Agreement, terms: Terms) -> list[TicketEvent]:
    """Work may start at once, where a clock waits for that and nothing must be approved."""
    committee, quote = needed(ticket, agreement)
    if is_waited_for(terms, ticket.facts) and may_start([], committee=committee, quote=quote):
        return [Ready(subject_id=ticket.pk)]
    return []


def ready_since(ticket: Ticket, *, approved: bool, at: datetime, said: int = 0) -> list[TicketEvent]:
    """What follows for the start of work from an approval (`approved`), or from a classification, of a held case.

    `said`: how many events that clocks know are recorded in the same save before these.
    Nothing while something is missing. Where nothing had to be approved, work counts as ready from the opening, though the case was
    classified later; else from the last approval, though it was taken for ready before anybody knew that it needs one (SGM-A5).
    """
    committee, quote = needed(ticket, agreement_for(ticket))
    terms = terms_of(ticket)
    if not approved and not is_waited_for(terms, ticket.facts):
        return []
    known = asked(ticket)
    if not may_start(known, committee=committee, quote=quote):
        return []
    log = log_of(SUBJECT, ticket.pk)
    decided = approved or any(each.decision == "approved" for each in known)
    first = place_of_ready(log, terms)
    if first is None:
        ready: TicketEvent = Ready(subject_id=ticket.pk)
        return [ready] if decided else [ready, counts_from(ticket, len(happenings(log, terms)) + said, ticket.opened_at)]
    return [counts_from(ticket, first, at)] if approved and (committee or quote is not Quote.NO) else []


def place_of_ready(log: Iterable[Event], terms: Terms) -> int | None:
    """Where among the events that clocks know the case was said to be ready; None where it was not yet."""
    return next((happening.position for happening in happenings(log, terms) if happening.event == "ready"), None)


def counts_from(ticket: Ticket, place: int, since: datetime) -> Corrected:
    """Let the start of work count from another instant; the log keeps both."""
    return Corrected(
        subject_id=ticket.pk,
        corrects=place,
        what="ready",
        time=since.astimezone(UTC).replace(microsecond=0).isoformat(),
        reason=BY_RULE,
    )
