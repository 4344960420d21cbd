"""Entries of the log as people read them: who, what, about what, what was and what is."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.audit.views.known import ABOUT, CASES, PEOPLE, Known, case_of, known_of
from acuerdo.audit.wording import SUBJECTS, at_ours, chosen_in_words, kind_in_words, plain, reason_in_words, replaced
from acuerdo.events.models import Event, EventDetail

#: Longer values are read below the line, not on it.
LONG = 60
#: Facts whose number tells nobody anything: read below the line.
KEYS = frozenset(
    "message messages approval accord objection entry checklist check task file closing corrects pinned".split()  # noqa: SIM905  a list of words
)
#: The product's own words for its programs.
SYSTEM = "acuerdo"


@dataclass(frozen=True)
class Said:
    """One thing an entry says. `before` is None where nothing was replaced; `url`: where what it names is shown."""

    label: str
    value: str
    before: str | None = None
    url: str = ""
    on_line: bool = True


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
        told = (one for one in self.said if one.on_line)
        return tuple(one for one in told if one.before is not None or (one.value != "—" and len(one.value) < LONG))[:3]


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
        said=(*said(event, event.facts, known), *said(event, {name: value for name, value in detail.items() if name != "ip"}, known)),
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


def said(event: Event, facts: Mapping[str, object], known: Known) -> Iterator[Said]:
    """What the facts say; what replaced something stands beside what it replaced."""
    changed, rest = replaced(facts)
    for one in changed:
        after, before = (valued(event, one.name, value, known) for value in (one.after, one.before))
        yield Said(known.label(one.name), after, before)
    for name, value in rest.items():
        if (number := number_of_case(event, name, value, known)) is not None:
            yield Said(known.label(name), f"#{number}", url=reverse("console:case", args=[number]))
        elif name != "number" or not {"case", "into"} & rest.keys():  # the same case, by its key
            words = reason_in_words(event.kind, value) if name == "reason" and isinstance(value, str) else told(name, value, known)
            yield Said(known.label(name), words or plain(value), on_line=name not in KEYS)


def valued(event: Event, name: str, value: object, known: Known) -> str:
    """A fact's value in words, a case's number too."""
    number = number_of_case(event, name, value, known)
    return told(name, value, known) if number is None else f"#{number}"


def number_of_case(event: Event, name: str, value: object, known: Known) -> int | None:
    """The number of the one case that a fact names; None where it names none."""
    if name == "about":
        return known.cases.get(case_of(value))
    if name not in CASES or not isinstance(value, int):
        return None
    return known.cases.get(value) if event.subject_kind == "ticket" else value


def told(name: str, value: object, known: Known) -> str:
    """A fact's value: who and what it names by their names, a choice by its label, an instant by the desk's clock."""
    if isinstance(value, Mapping) and value:
        return ", ".join(f"{known.label(str(each))}: {told(str(each), its, known)}" for each, its in value.items())
    if isinstance(value, list) and value:
        return ", ".join(told(name, each, known) for each in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return called(name, value, known) or plain(value)
    if isinstance(value, str) and value:
        return about(value, known) if name == "about" and ABOUT.fullmatch(value) else at_ours(chosen_in_words(name, value, known.agreement))
    return plain(value)


def called(name: str, key: int, known: Known) -> str:
    """Whom or what a number stands for; "" where it is only a number."""
    if name in PEOPLE:
        return known.people.get(key, "")
    if name in {"also", "children"} and key in known.cases:
        return f"#{known.cases[key]}"
    return known.rows.get(name, {}).get(key, "")


def about(said: str, known: Known) -> str:
    """What a mail is about that is no case of today's: «Persona 3»."""
    kind, _space, key = said.partition(" ")
    return (known.people.get(int(key), "") if kind == "person" else "") or f"{SUBJECTS.get(kind, kind)} {key}"


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
