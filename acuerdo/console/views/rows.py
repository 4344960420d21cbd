"""The rows of the queue and the bands they stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _

from acuerdo.console import wording
from acuerdo.console.queries import ClockLine, Line
from acuerdo.console.views.cells import Case, Cell, cell, little_effort
from acuerdo.console.views.chips import chip
from acuerdo.console.views.columns import Column
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Place
from acuerdo.people.models import Person
from acuerdo.ui.components import DueChip
from acuerdo.ui.moments import LONG_AGO, clock_time, exact, since

#: The field by which a manual says what comes first; its values go from the most urgent to the least.
URGENCIES = ("priority", "severity", "criticality", "urgency")
CHANNEL_ICONS = {
    "email": "mail",
    "web": "world",
    "sac": "world",
    "chat": "message-circle",
    "telefono": "phone",
    "whatsapp": "message-2",
}


class Urgency(NamedTuple):
    """A priority as rising bars: `level` of `of`, its word, and the manual's field it is of."""

    level: int
    of: int
    label: str
    name: str = ""


class Row(NamedTuple):
    """One case of the queue."""

    number: int
    subject: str
    chip: DueChip
    customer: str
    plan: str
    channel: str
    channel_icon: str
    urgency: Urgency | None
    status: str
    level: str
    assignee: str
    is_mine: bool
    is_new: bool
    is_unread: bool
    last_at: datetime
    last_words: str
    last_exact: str
    last_by: str
    here: str = ""
    quick: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A group of the queue. `count` is None where more of it may follow."""

    label: str
    hint: str
    rows: tuple[Row, ...]
    count: int | None


def bands(rows: Sequence[tuple[Place, Row]], *, whole_start: bool, whole_end: bool) -> tuple[Band, ...]:
    """Group rows that are in the queue's order; a band is counted when all of it is on the page."""
    groups = [(place, tuple(row for _place, row in group)) for place, group in groupby(rows, key=lambda pair: pair[0])]
    made = []
    for index, (place, members) in enumerate(groups):
        label, hint = wording.band(place)
        whole = (index > 0 or whole_start) and (index < len(groups) - 1 or whole_end)
        made.append(Band(label, hint, members, len(members) if whole else None))
    return tuple(made)


def in_columns(drawn: Row, case: Case, columns: Sequence[Column]) -> Row:
    """Say of it what the columns show too."""
    said = {
        "numero": f"#{drawn.number}",
        "cliente": drawn.customer,
        "plan": drawn.plan,
        "nivel": drawn.level,
        "responsable": drawn.assignee,
        "canal": drawn.channel,
    }
    return drawn._replace(cells=tuple(cell(column, case, said) for column in columns))


def row(ticket: Line, clocks: Sequence[ClockLine], agreement: Agreement, me: Person, now: datetime, *, here: str = "") -> Row:
    """Say of a case what a row shows to somebody; `here` is who else is at it."""
    at = ticket.last_activity_at.astimezone(agreement.zone)
    plan = agreement.plans.get(str(ticket.facts.get("plan", "")))
    return Row(
        number=ticket.number,
        subject=ticket.subject,
        chip=chip(ticket, clocks, agreement, now),
        customer=ticket.organisation or ticket.email,
        plan=plan.label.removeprefix("Plan ") if plan else "",
        channel=agreement.label("channel", ticket.channel),
        channel_icon=CHANNEL_ICONS.get(ticket.channel, "inbox"),
        urgency=urgency(ticket.facts, agreement),
        status=agreement.statuses[ticket.status].label,
        level=level(ticket.level, agreement),
        assignee=ticket.assignee or "",
        is_mine=ticket.assignee_id == me.pk,
        is_new=waits_for_us(ticket),
        is_unread=is_unread(ticket, me),
        last_at=ticket.last_activity_at,
        last_words=last_words(at, now, agreement.zone),
        last_exact=exact(at, agreement.zone),
        last_by=last_by(ticket),
        here=here,
        quick=little_effort(ticket, agreement),
    )


def waits_for_us(ticket: Line) -> bool:
    """Whether the customer's last word has no answer."""
    return bool(ticket.customer_wrote_at and (ticket.answered_at is None or ticket.answered_at < ticket.customer_wrote_at))


def is_unread(ticket: Line, me: Person) -> bool:
    """Whether something happened since this person looked at it, or it is theirs and they never did; what they did themselves is read."""
    if ticket.last_activity_by == me.name[:120]:
        return False
    return ticket.assignee_id == me.pk if ticket.seen_at is None else ticket.last_activity_at > ticket.seen_at


def last_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """«26 min», «2 h 40 min» today, «ayer 17:20», «9 dic»."""
    if now - at < LONG_AGO and (now.astimezone(zone).date() - at.astimezone(zone).date()).days == 1:
        return _("ayer %(time)s") % {"time": clock_time(at, zone)}
    return since(at, now, zone)


def last_by(ticket: Line) -> str:
    """Name who was the last to do something."""
    if ticket.last_activity_by == ticket.contact:
        return _("cliente") if ticket.organisation_id else _("remitente")
    return ticket.last_activity_by.split(" ")[0] or _("sistema")


def urgency(facts: Mapping[str, object], agreement: Agreement) -> Urgency | None:
    """Read a case's place on the manual's scale of urgency; None when the manual has none or nobody said."""
    for name in URGENCIES:
        if name in agreement.fields and name in facts:
            field, value = agreement.fields[name], str(facts[name])
            if value in field.values:
                names = list(field.values)
                return Urgency(len(names) - names.index(value), len(names), field.values[value].label, name)
    return None


def level(level_id: str, agreement: Agreement) -> str:
    """Name a level shortly: N2, or its own name where the ladder does not count."""
    ladder = agreement.ladder
    if ladder is None or level_id not in ladder.steps:
        return ""
    steps = list(ladder.steps)
    # A ladder that begins at level 0 counts from there, another from 1.
    return f"N{steps.index(level_id) + (0 if steps[0].endswith('0') else 1)}"
