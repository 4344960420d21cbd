"""What a deed would do to the promises of a case, before anybody does it; nothing is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from acuerdo.core.clocks import Clock, Kind, fold
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, happenings, terms_of


@dataclass(frozen=True, slots=True)
class Moved:
    """One promise before and after; None where it is not owed. A deadline without instant waits, or is not known."""

    label: str
    before: Clock | None
    after: Clock | None

    @property
    def stays(self) -> bool:
        """Whether it is due as it was."""
        return self.before is not None and self.after is not None and due(self.before) == due(self.after)


def due(clock: Clock) -> datetime | None:
    """When it is due, or would be if it went on now."""
    return clock.due_at or clock.due_if_resumed


def foresee(ticket: Ticket, events: Sequence[Event], *, at: datetime) -> tuple[Moved, ...]:
    """Fold the case's log without and with `events`, which a rehearsal gave; every promise that lives before or after."""
    log, terms = log_of(SUBJECT, ticket.pk), terms_of(ticket)
    now = max([at, *(event.at for event in events)]).astimezone(UTC).replace(microsecond=0)
    before, after = (promises(fold(happenings(each, terms), terms, now)) for each in (log, [*log, *events]))
    keys = dict.fromkeys((*before, *after))
    return tuple(Moved((after.get(key) or before[key]).label, before.get(key), after.get(key)) for key in keys)


def promises(clocks: Sequence[Clock]) -> dict[tuple[str, int], Clock]:
    """The promises that still live, by their clock and cycle."""
    return {(clock.id, clock.cycle): clock for clock in clocks if clock.kind is Kind.PROMISE and clock.is_live}
