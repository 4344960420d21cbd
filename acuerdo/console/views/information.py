"""The side panel's own section of what the manual demands, who reported, tags and a contingency."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.agreements.queries import fields_for
from acuerdo.core.agreements import MISSING, PRESENT, WAIVED, Agreement, Point
from acuerdo.tickets.actions.receive import ASKED
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import information_of


@dataclass(frozen=True, slots=True)
class Shown:
    """One point as it stands: its icon and words, and what was said or why it is not asked."""

    label: str
    state: str
    icon: str
    words: str
    said: str


ICONS = {PRESENT: "circle-check", MISSING: "circle-dashed", WAIVED: "circle-minus"}


def information(ticket: Ticket, agreement: Agreement) -> dict[str, Any]:
    """What the section shows; nothing where the manual demands nothing."""
    points = information_of(ticket, agreement)
    missing = sum(point.state == MISSING and not point.need.ask.optional for point in points)
    return {
        "points": [shown(point) for point in points],
        "points_missing": missing,
        "own_fields": own_fields(ticket),
        "waits_for_confirmation": ticket.confirmation == ASKED,
    }


def own_fields(ticket: Ticket) -> list[tuple[str, str]]:
    """The answers to the desk's own questions, by what was asked; no query where there is none."""
    if not ticket.extra:
        return []
    labels = {one.name: one.label for one in fields_for(str(ticket.facts.get("type", "")))}
    return [(labels.get(name, name), str(value)) for name, value in ticket.extra.items()]


def shown(point: Point) -> Shown:
    """A point in words."""
    words = {PRESENT: _("está"), MISSING: _("falta"), WAIVED: _("no se exige")}[point.state]
    said = point.said if isinstance(point.said, str) else " · ".join(f"{part}: {text}" for part, text in point.said.items())
    return Shown(
        point.need.label, point.state, ICONS[point.state], words, " · ".join(part for part in (reason_of(point), said, point.by) if part)
    )


def reason_of(point: Point) -> str:
    """Why it is waived; that it was asked for again says its state already."""
    return point.reason if point.state == WAIVED else ""
