"""The side panel's own section of what the manual demands, who reported, tags and a contingency."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.agreements.models import CustomField
from acuerdo.agreements.queries import answered
from acuerdo.core.agreements import MISSING, PRESENT, WAIVED, Agreement, Point, too_early
from acuerdo.people.queries import day_of
from acuerdo.tickets import wording
from acuerdo.tickets.actions.receive import ASKED
from acuerdo.tickets.actions.return_to_customer import heard_since
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import Older, information_of, older_version
from acuerdo.ui.moments import near_day


@dataclass(frozen=True, slots=True)
class Shown:
    """One point as it stands: its icon and words, and what was said or why it is not asked."""

    label: str
    state: str
    icon: str
    words: str
    said: str
    #: The customer's line that seems to answer what was asked for again, "" where files do; None where nothing does.
    heard: str | None = None
    #: What the customer has instead of the latest version.
    older: str = ""


ICONS = {PRESENT: "circle-check", MISSING: "circle-dashed", WAIVED: "circle-minus"}


def information(ticket: Ticket, agreement: Agreement) -> dict[str, Any]:
    """What the section shows; nothing where the manual demands nothing."""
    points, older = information_of(ticket, agreement), older_version(ticket, agreement)
    heard = heard_since(ticket, points)
    missing = sum(point.state == MISSING and not point.need.ask.optional for point in points)
    return {
        "points": [shown(point, heard.get(point.need.id), older.get(point.need.id)) for point in points],
        "points_heard": len(heard),
        "points_missing": missing or len(older),
        "own_fields": own_fields(ticket, agreement),
        "too_early": too_early_words(ticket, agreement),
        "waits_for_confirmation": ticket.confirmation == ASKED,
    }


def own_fields(ticket: Ticket, agreement: Agreement) -> list[tuple[str, str]]:
    """The answers to the desk's own questions, by what was asked, though it is asked no more; no query where there is none."""
    if not ticket.extra:
        return []
    asked = {one.name: one for one in answered(ticket.extra, str(ticket.facts.get("type", "")), agreement)}
    return [(asked[name].label if name in asked else name, in_words(asked.get(name), value)) for name, value in ticket.extra.items()]


def in_words(asked: CustomField | None, value: object) -> str:
    """An answer as people read it; what no longer is what its question asks for, as it stands."""
    if asked is not None and asked.kind == CustomField.Kind.BOOLEAN:
        return {"si": _("Sí"), "no": _("No")}.get(str(value), str(value))
    if asked is not None and asked.kind == CustomField.Kind.DATE:
        with suppress(ValueError):
            return near_day(date.fromisoformat(str(value)))
    return str(value)


def too_early_words(ticket: Ticket, agreement: Agreement) -> str:
    """Say that the customer's systems were not in production when it was reported, where the manual serves only those (DIG-025)."""
    live = ticket.contract.went_live_on if ticket.contract else None
    if live is None or not too_early(agreement.reporting, live, day_of(ticket.opened_at)):
        return ""
    return _("Por su contrato sale a vivo el %(day)s. El manual da soporte a sistemas en producción.") % {"day": near_day(live)}


def shown(point: Point, heard: str | None = None, older: Older | None = None) -> Shown:
    """A point in words."""
    words = {PRESENT: _("está"), MISSING: _("falta"), WAIVED: _("no se exige")}[point.state]
    said = point.said if isinstance(point.said, str) else " · ".join(f"{part}: {text}" for part, text in point.said.items())
    told = " · ".join(part for part in (reason_of(point), said, point.by) if part)
    return Shown(point.need.label, point.state, ICONS[point.state], words, told, heard, wording.older(older) if older else "")


def reason_of(point: Point) -> str:
    """Why it is waived; that it was asked for again says its state already."""
    return point.reason if point.state == WAIVED else ""
