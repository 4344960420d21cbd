"""The customer sends what was missing: the points are ticked, and the case goes back to work (lifecycle.md)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hear import take_word
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.receive import note_answers
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import agreement_for


@transaction.atomic
def complete_information(ticket_id: int, report: Report, *, contact: Contact, match: Match, by: Actor, at: datetime) -> Message:
    """Keep the message with its answers (`report.answers`); in an ended case it opens a follow-up, as any message does."""
    message = take_word(ticket_id, report, contact=contact, match=match, by=by, at=at)
    ticket = hold(message.ticket_id)
    at = in_turn(at, ticket)
    conclude(ticket, *note_answers(ticket, agreement_for(ticket), report.answers, who=contact.name, at=at), by=by, at=at)
    return message


def in_words(answers: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """Answers as the text of a message: each point with what was said of it."""
    return "\n\n".join(f"{labels.get(name, name)}\n{said_in_words(said)}" for name, said in answers.items() if said)


def said_in_words(said: Any) -> str:
    """One answer: a text, several parts one under the other, or a yes."""
    if isinstance(said, Mapping):
        return "\n".join(f"{part}: {text}" for part, text in said.items() if text)
    return str(said)
