"""What became of a mail of the outbox: kept with it, and recorded."""

from datetime import datetime

from acuerdo.events.actions.record import record
from acuerdo.events.events import SYSTEM
from acuerdo.notifications.events import Bounced, MailEvent, Refused, Sent
from acuerdo.notifications.models import Outgoing


def sent(outgoing: Outgoing, *, at: datetime) -> None:
    """It left. The caller holds its row, as for the others."""
    outgoing.sent_at, outgoing.problem = at, ""
    outgoing.save(update_fields=["sent_at", "problem"])
    tell(Sent, outgoing, at=at)


def refused(outgoing: Outgoing, problem: str, *, at: datetime) -> None:
    """No server will take it."""
    outgoing.refused_at, outgoing.problem = at, problem[:2000]
    outgoing.save(update_fields=["refused_at", "problem"])
    tell(Refused, outgoing, at=at)


def bounced(outgoing: Outgoing, problem: str, *, at: datetime) -> None:
    """It came back."""
    outgoing.refused_at, outgoing.problem = at, problem[:2000]
    outgoing.save(update_fields=["refused_at", "problem"])
    tell(Bounced, outgoing, at=at)


def tell(happening: type[MailEvent], outgoing: Outgoing, *, at: datetime) -> None:
    """Record it. What a server said may name people: it goes with the address into the detail."""
    about = f"{outgoing.subject_kind} {outgoing.subject_id}" if outgoing.subject_kind else ""
    detail = {"to": outgoing.to, **({"problem": outgoing.problem} if outgoing.problem else {})}
    record(happening(subject_id=outgoing.pk, message_id=outgoing.message_id, about=about, detail=detail), by=SYSTEM, at=at)
