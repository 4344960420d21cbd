"""Entries of the log as people read them: who, what, about what, what was and what is."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.audit.queries.authors import authors
from acuerdo.audit.wording import SUBJECTS, at_ours, fact_in_words, kind_in_words, plain, replaced
from acuerdo.events.models import Event, EventDetail
from acuerdo.people.queries import names
from acuerdo.tickets.models import Ticket

#: Longer values are read below the line, not on it.
LONG = 60
#: Facts whose number is somebody of the desk.
PEOPLE = frozenset({"person", "substitute", "to", "watcher"})
#: The product's own words for its programs.
SYSTEM = "acuerdo"


@dataclass(frozen=True)
class Said:
    """One thing an entry says. `before` is None where nothing was replaced."""

    label: str
    value: str
    before: str | None = None


@dataclass(frozen=True)
class Entry:
    """One line of the page, and all of it below."""

    pk: int
    at: datetime
    who: str
    what: str
    kind: str
    subject: str
    url: str
    said: tuple[Said, ...]
    ip: str
    erased: bool
    record: tuple[Said, ...]

    @property
    def first(self) -> tuple[Said, ...]:
        """What of it stands on the line itself: nothing empty, and no digests."""
        return tuple(one for one in self.said if one.before is not None or (one.value != "—" and len(one.value) < LONG))[:3]


@dataclass(frozen=True)
class Known:
    """Names that entries need, read at once for all of a page."""

    people: Mapping[int, str]
    authors: Mapping[int, str]
    cases: Mapping[int, int]


def known_of(events: Sequence[Event]) -> Known:
    """Read them, each kind in one query."""
    people = {e.subject_id for e in events if e.subject_kind == "person"}.union(*(people_in(event.facts) for event in events))
    cases = Ticket.objects.filter(pk__in={event.subject_id for event in events if event.subject_kind == "ticket"})
    return Known(names(people) if people else {}, authors(events), dict(cases.values_list("pk", "number")))


def entries(events: Sequence[Event]) -> list[Entry]:
    """A page of the log."""
    known = known_of(events)
    return [entry(event, known) for event in events]


def entry(event: Event, known: Known) -> Entry:
    """One."""
    detail = detail_of(event)
    subject, url = subject_of(event, known)
    return Entry(
        pk=event.pk,
        at=event.at,
        who=who(event, known),
        what=kind_in_words(event.kind),
        kind=event.kind,
        subject=subject,
        url=url,
        said=(*said(event.facts, known.people), *said({name: value for name, value in detail.items() if name != "ip"}, known.people)),
        ip=str(detail.get("ip", "")),
        erased=bool(event.detail_hash) and not detail,
        record=record_of(event),
    )


def detail_of(event: Event) -> Mapping[str, object]:
    """What may be erased of it; nothing where it was, or never was."""
    detail: EventDetail | None = getattr(event, "detail", None)
    content: Mapping[str, object] = detail.content if detail else {}
    return content


def who(event: Event, known: Known) -> str:
    """Who did it."""
    name = known.authors.get(event.pk, "")
    if event.actor_kind == "contact":
        return _("%(name)s (cliente)") % {"name": name} if name else _("Un contacto del cliente")
    return name or _("El sistema")


def subject_of(event: Event, known: Known) -> tuple[str, str]:
    """What it is about, and where that is shown."""
    kind = str(SUBJECTS.get(event.subject_kind, event.subject_kind))
    if event.subject_kind == "ticket" and event.subject_id in known.cases:
        number = known.cases[event.subject_id]
        return f"#{number}", reverse("console:case", args=[number])
    if event.subject_kind == "person":
        return known.people.get(event.subject_id, kind), ""
    return f"{kind} {event.subject_id}", ""


def said(facts: Mapping[str, object], people: Mapping[int, str]) -> Iterable[Said]:
    """What the facts say; what replaced something stands beside what it replaced."""
    changed, rest = replaced(facts)
    for one in changed:
        yield Said(fact_in_words(one.name), told(one.name, one.after, people), told(one.name, one.before, people))
    for name, value in rest.items():
        yield Said(fact_in_words(name), told(name, value, people))


def told(name: str, value: object, people: Mapping[int, str]) -> str:
    """A fact's value: somebody of the desk by their name, an instant by the desk's clock."""
    known = people.get(value) if name in PEOPLE and isinstance(value, int) and not isinstance(value, bool) else None
    return known or (at_ours(value) if value and isinstance(value, str) else plain(value))


def people_in(facts: Mapping[str, object]) -> set[int]:
    """Whom the facts name by their number, those that were replaced too."""
    changed, rest = replaced(facts)
    pairs = [*rest.items(), *((one.name, one.before) for one in changed), *((one.name, one.after) for one in changed)]
    return {value for name, value in pairs if name in PEOPLE and isinstance(value, int) and not isinstance(value, bool)}


def record_of(event: Event) -> tuple[Said, ...]:
    """The columns of INT-039 as they are stored."""
    columns: Mapping[str, object] = {
        _("Anotado"): event.recorded_at.isoformat(timespec="seconds"),
        _("Programa"): event.programme or SYSTEM,
        _("Módulo"): event.module,
        _("Ambiente"): event.environment,
        _("Autorizado por"): event.authorised_by,
        _("Confirmado"): event.confirmed,
        _("Datos adicionales"): " · ".join(filter(None, (event.extra_1, event.extra_2, event.extra_3, event.extra_4, event.extra_5))),
        _("Lugar en su cadena"): f"{event.subject_kind} {event.subject_id} [{event.position}]",
        _("Hecho y datos"): f"{event.kind} {json.dumps(event.facts, ensure_ascii=False)}",
        _("Huella anterior"): event.previous_hash,
        _("Huella"): event.hash,
    }
    return tuple(Said(label, plain(value)) for label, value in columns.items())
