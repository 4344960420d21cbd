"""Events written as data, in a case for the command line or in a worked example, as the happenings that clocks fold."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar, NoReturn
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.faults import nearest
from acuerdo.core.clocks import STATUSES, Happening
from acuerdo.core.errors import Refusal

#: What each event may say besides when, what and why. A manual's milestones say nothing more.
MAY_SAY: Mapping[str, tuple[str, ...]] = {
    "opened": ("facts",),
    "classified": ("facts",),
    "status": ("status", "party"),
    "ready": (),
    "promised": ("clock", "date"),
    "customer_wrote": (),
    "responded": (),
    "resolved": (),
    "reopened": (),
    "closed": (),
    "cancelled": (),
    "terms": ("version", "plan"),
    "corrected": ("corrects", "time", "clock", "cycle", "state"),
}
_MUST_SAY: Mapping[str, tuple[str, ...]] = {
    "classified": ("facts",),
    "status": ("status",),
    "promised": ("clock", "date"),
}
_NUMBERS = ("corrects", "cycle")
_TEXTS = ("status", "party", "clock", "state", "reason", "version")
_EARLIEST, _LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class BadCase(Refusal):
    """A case that cannot be meant; the message says what is wrong and what would be right."""

    code: ClassVar[str] = "agreements.bad_case"


@dataclass(frozen=True)
class Vocabulary:
    """What events may name: facts with their values, milestones; and the zone of times without an offset, if they may be."""

    facts: Mapping[str, Sequence[str]]
    milestones: Collection[str]
    zone: ZoneInfo | None = None


def read_happenings(events: object, facts: object, words: Vocabulary) -> tuple[Happening, ...]:
    """Give the events in their order; `facts` are those the case is opened with. Raises BadCase."""
    if not isinstance(events, list) or not events:
        _refuse("'events' must be a list of at least one event, the first of them 'opened'", events)
    opening = _checked_facts(facts, words)
    return tuple(_happening(event, place, opening, words) for place, event in enumerate(events))


def instant(value: object, where: str, zone: ZoneInfo | None = None) -> datetime:
    """Give a time with its offset, as UTC; text is ISO 8601. Raises BadCase, also for years in which no case is kept."""
    try:
        read = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        read = None
    if isinstance(read, datetime) and read.tzinfo is None and zone is not None:
        read = read.replace(tzinfo=zone)
    if not isinstance(read, datetime) or read.tzinfo is None:
        _refuse(f"{where} must be a time with its offset, such as 2026-03-20T16:00:00-05:00, not {value!r}", value)
    if not _EARLIEST <= read < _LATEST:
        _refuse(f"{where} must lie between 1970 and 2100, not {value!r}", value)
    return read.astimezone(UTC)


def _happening(event: object, place: int, opening: Mapping[str, Any], words: Vocabulary) -> Happening:
    where = f"event {place + 1}"
    if not isinstance(event, Mapping):
        _refuse(f"{where} must be an object with 'at' and 'event', not {event!r}", event)
    name = event.get("event")
    _check_known(name, [*MAY_SAY, *words.milestones], f"an event ({where})")
    _check_says(event, str(name), where)
    facts = _brought(event, str(name))
    return Happening(
        at=instant(event.get("at"), f"'at' of {where}", words.zone),
        event=str(name),
        position=place,
        status=event.get("status"),
        facts={**(opening if name == "opened" else {}), **_checked_facts(facts, words)},
        clock=event.get("clock"),
        date=_promised_date(event.get("date"), f"'date' of {where}", words.zone),
        reason=event.get("reason") or "",
        party=event.get("party"),
        corrects=event.get("corrects"),
        time=instant(event["time"], f"'time' of {where}", words.zone) if "time" in event else None,
        cycle=event.get("cycle"),
        state=event.get("state"),
    )


def _brought(event: Mapping[str, Any], name: str) -> object:
    """Give the facts that an event brings; other terms bring the plan, where they change it."""
    if name == "terms":
        return {"plan": event["plan"]} if event.get("plan") is not None else {}
    return {} if event.get("facts") is None else event["facts"]


def _checked_facts(facts: object, words: Vocabulary) -> Mapping[str, Any]:
    """Refuse a fact or a value that the manual does not know; null is a fact the case does not have."""
    if not isinstance(facts, Mapping):
        _refuse(f"'facts' must be an object of facts and values, not {facts!r}", facts)
    for name, value in facts.items():
        _check_known(name, words.facts, "a fact of this manual")
        if value is not None:
            _check_known(value, words.facts[name], f"a value of {name!r}")
    return facts


def _check_says(event: Mapping[str, Any], name: str, where: str) -> None:
    for key, value in event.items():
        _check_known(key, [*MAY_SAY.get(name, ()), "at", "event", "reason"], f"something that {name!r} says ({where})")
        if value is not None and not isinstance(value, _kind_of(key)):
            _refuse(f"{key!r} of {where} must be {'a number' if key in _NUMBERS else 'a text'}, not {value!r}", value)
    for key in _MUST_SAY.get(name, ()):
        if event.get(key) is None:
            _refuse(f"{name!r} needs {key!r} ({where})", None)
    if name == "status":
        _check_known(event["status"], STATUSES, f"a status ({where})")


def _kind_of(key: str) -> type:
    """Give the type of what an event says; what is checked elsewhere may be anything here."""
    return int if key in _NUMBERS else str if key in _TEXTS else object


def _promised_date(value: object, where: str, zone: ZoneInfo | None) -> datetime | date | None:
    """Give a day, or an instant."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    return day or instant(value, where, zone)


def _check_known(value: object, known: Collection[str], what: str) -> None:
    if not isinstance(value, str) or value not in known:
        near = nearest(value, known) if isinstance(value, str) else ""
        right = f"did you mean {near!r}?" if near else f"there are: {', '.join(known) or 'none'}"
        _refuse(f"{value!r} is not {what}; {right}", value)


def _refuse(message: str, value: object) -> NoReturn:
    raise BadCase(message, value=value)
