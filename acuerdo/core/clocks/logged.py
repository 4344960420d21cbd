"""A case's log as the clocks read it: by the desk, and by whoever checks a proof of it; there is no other reading."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar

from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.terms import Terms

#: Events that the clocks know, by what follows `ticket.` in their kind. A milestone goes by its own name.
FOR_CLOCKS = frozenset(
    [
        "opened",
        "classified",
        "status",
        "ready",
        "promised",
        "customer_wrote",
        "responded",
        "resolved",
        "reopened",
        "closed",
        "cancelled",
        "terms",
        "corrected",
    ]
)


class Entry(Protocol):
    """An event of the log, wherever it is kept."""

    @property
    def at(self) -> datetime:
        """Give when it happened."""

    @property
    def kind(self) -> str:
        """Give what happened, such as `ticket.status`."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """Give what is known of it, as JSON values."""


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def name_for_clocks(entry: Entry, terms: Terms) -> str:
    """Give the name an event has for the clocks; empty when it is none of their business."""
    name = entry.kind.removeprefix("ticket.")
    if name == "merged":
        return "cancelled"
    if name == "reached":
        milestone = str(entry.facts.get("milestone", ""))
        return milestone if milestone in terms.milestones else ""
    return name if name in FOR_CLOCKS else ""


def lasting(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    """Leave out the mergings that were undone: the clocks go on as if those had never been."""
    kept: list[AnyEntry] = []
    merged: AnyEntry | None = None
    for entry in entries:
        if entry.kind == "ticket.merged":
            merged = entry
        if entry.kind == "ticket.unmerged" and merged is not None:
            kept.remove(merged)
            merged = None
        kept.append(entry)
    return kept


def from_log(entries: Iterable[Entry], terms: Terms, other: Callable[[Mapping[str, Any]], Terms] | None = None) -> tuple[Happening, ...]:
    """Give what the clocks fold, in the log's order. Facts are JSON: an instant is text in ISO 8601.

    `other` gives the terms that an event `terms` names, by its facts; without it only the plan changes there, as on the command line.
    """
    found: list[Happening] = []
    for entry in lasting(entries):
        name = name_for_clocks(entry, terms)
        if name:
            facts = entry.facts
            found.append(
                Happening(
                    at=entry.at.astimezone(UTC),
                    event=name,
                    position=len(found),
                    status=facts.get("status"),
                    facts={"plan": facts.get("plan")} if name == "terms" else facts.get("facts", {}),
                    terms=other(facts) if name == "terms" and other else None,
                    clock=facts.get("clock"),
                    date=day_or_instant(facts.get("date")),
                    reason=facts.get("reason", ""),
                    party=facts.get("party"),
                    corrects=facts.get("corrects"),
                    time=instant(facts.get("time")),
                    cycle=facts.get("cycle"),
                    state=facts.get("state"),
                )
            )
    return tuple(found)


def day_or_instant(value: str | None) -> date | datetime | None:
    """Read a promised date: a day, or an instant."""
    if not value:
        return None
    return date.fromisoformat(value) if len(value) == len("2026-11-20") else instant(value)


def instant(value: str | None) -> datetime | None:
    """Read an instant, as UTC."""
    return datetime.fromisoformat(value).astimezone(UTC) if value else None
