"""Events written as data, in a case for the command line or in a worked example, as the happenings that clocks fold."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.faults import nearest
from acuerdo.core.clocks import STATUSES, Happening
from acuerdo.core.errors import Refusal

EVENTS = frozenset({
    "opened", "classified", "status", "ready", "promised", "customer_wrote", "responded",
    "resolved", "reopened", "closed", "cancelled", "terms", "corrected",
})  # fmt: skip

#: What each event may say besides when and what; `reason` always.
_MAY_SAY: Mapping[str, frozenset[str]] = {
    "opened": frozenset({"facts"}),
    "classified": frozenset({"facts"}),
    "status": frozenset({"status", "party"}),
    "promised": frozenset({"clock", "date"}),
    "terms": frozenset({"version", "plan"}),
    "corrected": frozenset({"corrects", "time", "clock", "cycle", "state"}),
}
_MUST_SAY: Mapping[str, tuple[str, ...]] = {
    "classified": ("facts",),
    "status": ("status",),
    "promised": ("clock", "date"),
    "terms": ("plan",),
}


class BadCase(Refusal):
    """A case that cannot be meant; the message says what is wrong and what would be right."""

    code: ClassVar[str] = "agreements.bad_case"


def read_happenings(
    events: object, facts: Mapping[str, Any], known: Mapping[str, Sequence[str]], milestones: Collection[str], zone: ZoneInfo | None = None
) -> tuple[Happening, ...]:
    """The events in their order; `facts` are those the case is opened with. Times without an offset are of `zone`. Raises BadCase."""
    if not isinstance(events, list) or not events:
        message = "'events' must be a list of at least one event, the first of them 'opened'"
        raise BadCase(message)
    check_facts(facts, known)
    return tuple(_happening(event, place, facts, known, milestones, zone) for place, event in enumerate(events))


def check_facts(facts: object, known: Mapping[str, Sequence[str]]) -> None:
    """Raises BadCase for a fact or a value that the manual does not know; null is a fact the case does not have."""
    if not isinstance(facts, Mapping):
        message = f"'facts' must be an object of facts and values, not {facts!r}"
        raise BadCase(message)
    for name, value in facts.items():
        _check_known(name, known, "a fact of this manual")
        if value is not None:
            _check_known(value, known[name], f"a value of {name!r}")


def instant(value: object, where: str, zone: ZoneInfo | None = None) -> datetime:
    """An ISO time with its offset, as UTC. Raises BadCase."""
    try:
        read = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        read = None
    if isinstance(read, datetime) and read.tzinfo is None and zone is not None:
        read = read.replace(tzinfo=zone)
    if not isinstance(read, datetime) or read.tzinfo is None:
        message = f"{where} must be a time with its offset, such as 2026-03-20T16:00:00-05:00, not {value!r}"
        raise BadCase(message)
    return read.astimezone(UTC)


def _happening(
    event: object,
    place: int,
    facts: Mapping[str, Any],
    known: Mapping[str, Sequence[str]],
    milestones: Collection[str],
    zone: ZoneInfo | None,
) -> Happening:
    where = f"event {place + 1}"
    if not isinstance(event, Mapping):
        message = f"{where} must be an object with 'at' and 'event', not {event!r}"
        raise BadCase(message)
    name = event.get("event")
    _check_known(name, EVENTS | frozenset(milestones), f"an event ({where})")
    _check_says(event, str(name), where)
    return Happening(
        at=instant(event.get("at"), f"'at' of {where}", zone),
        event=str(name),
        position=place,
        status=event.get("status"),
        facts=_facts(event, str(name), facts, known),
        clock=event.get("clock"),
        date=_promised_date(event.get("date"), where, zone),
        reason=str(event.get("reason", "")),
        party=event.get("party"),
        corrects=event.get("corrects"),
        time=instant(event["time"], f"'time' of {where}", zone) if "time" in event else None,
        cycle=event.get("cycle"),
        state=event.get("state"),
    )


def _check_says(event: Mapping[str, Any], name: str, where: str) -> None:
    allowed = _MAY_SAY.get(name, frozenset()) | {"at", "event", "reason"}
    for key in event:
        _check_known(key, allowed, f"something that {name!r} says ({where})")
    for key in _MUST_SAY.get(name, ()):
        if key not in event:
            message = f"{where}: {name!r} needs {key!r}"
            raise BadCase(message)
    if name == "status":
        _check_known(event["status"], STATUSES, f"a status ({where})")


def _facts(event: Mapping[str, Any], name: str, opening: Mapping[str, Any], known: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    said = event.get("facts", {})
    check_facts(said, known)
    if name == "terms":
        said = {"plan": event["plan"]}
        check_facts(said, known)
    return {**opening, **said} if name == "opened" else dict(said)


def _promised_date(value: object, where: str, zone: ZoneInfo | None) -> datetime | date | None:
    """A day, or an instant."""
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else instant(value, f"'date' of {where}", zone)
    except ValueError:
        return instant(value, f"'date' of {where}", zone)


def _check_known(value: object, known: Collection[str], what: str) -> None:
    if not isinstance(value, str) or value not in known:
        near = nearest(value, known) if isinstance(value, str) else ""
        right = f"did you mean {near!r}?" if near else f"there are: {', '.join(known) or 'none'}"
        message = f"{value!r} is not {what}; {right}"
        raise BadCase(message, value=value)
