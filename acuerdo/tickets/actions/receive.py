"""What a report brings besides its words: answers to the manual's questions, and whether whoever sent it may report."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from acuerdo.core.agreements import MISSING, PRESENT, Agreement, may_report, needs_of
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import authorised_of
from acuerdo.tickets.events import InformationChecked, ReportedUnauthorised, TicketEvent
from acuerdo.tickets.models import Ticket

#: What `Ticket.confirmation` says.
ASKED, GIVEN = "asked", "given"
#: The reason of a point that a text would answer, of a case whose customer has written none yet.
SILENT = "silent"
Answers = Mapping[str, Any]


def note_answers(ticket: Ticket, agreement: Agreement, answers: Answers, *, who: str, at: datetime) -> list[TicketEvent]:
    """Keep what was answered; points that this type does not ask, and empty answers, are left out."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    asked = {need.id for need in needs_of(kind, ticket.facts)}
    given = {name: said for name, said in answers.items() if name in asked and said}
    if not given:
        return []
    before = {name: str(ticket.information.get(name, {}).get("state", "")) for name in given}
    ticket.information = {**ticket.information, **{name: entry(PRESENT, said, who=who, at=at) for name, said in given.items()}}
    return [InformationChecked(subject_id=ticket.pk, points=dict.fromkeys(given, PRESENT), before=before)]


def note_silence(ticket: Ticket, agreement: Agreement, text: str, *, at: datetime) -> None:
    """A report without a word describes nothing, whatever its type turns out to be: what a text answers is missing (SOP-020)."""
    if text.strip():
        return
    described = {name for kind in agreement.types.values() for name, ask in kind.asks.items() if ask.kind == "description"}
    ticket.information = {**ticket.information, **{name: entry(MISSING, who="", at=at, reason=SILENT) for name in sorted(described)}}


def end_silence(ticket: Ticket, text: str) -> None:
    """The first words of a customer who had written none: what a text answers is there. What a person decided stays."""
    if text.strip():
        ticket.information = {name: kept for name, kept in ticket.information.items() if kept.get("reason") != SILENT}


def entry(state: str, said: Any = "", *, who: str, at: datetime, reason: str = "") -> dict[str, Any]:
    """How a point is kept on the case."""
    return {"state": state, "said": said, "reason": reason, "by": who, "at": at.isoformat()}


def mark_standing(ticket: Ticket, agreement: Agreement, contact: Contact) -> list[TicketEvent]:
    """Mark a report by somebody who may not report; it is accepted all the same (DIG-005, DIG-A7)."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    is_public = bool(kind and kind.public)
    if may_report(agreement.reporting, is_authorised=contact.is_authorised, level=contact.level, is_public=is_public):
        return []
    ticket.confirmation = ASKED
    asked = authorised_of(ticket.organisation, agreement.reporting.levels) if agreement.reporting.confirm else []
    return [ReportedUnauthorised(subject_id=ticket.pk, asked=[one.pk for one in asked])]
