"""Handing out the proof of a case; that it was handed out is recorded."""

from datetime import datetime

from acuerdo.audit.actions.note import note
from acuerdo.audit.events import ProofTaken
from acuerdo.audit.proof.archive import archive_of
from acuerdo.events.events import Actor
from acuerdo.tickets.models import Ticket


def prove(ticket: Ticket, *, by: Actor, at: datetime, customer: bool = False) -> bytes:
    """The archive as of `at`; `customer`: without the text of the desk's own events."""
    archive = archive_of(ticket, at=at, customer=customer)
    note(ProofTaken(case=ticket.number, by_customer=customer), by=by, at=at)
    return archive
