"""The clocks of a manual: when each starts, stops and stands still, and when people are warned."""

from collections.abc import Collection
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from acuerdo.core.agreements.book import Table
from acuerdo.core.clocks import STATUSES, ClockRule, Kind, OnReclassify, OnReopen

Word = TypeVar("Word", bound=StrEnum)

#: Events of a case's log that may start or stop a clock, besides the manual's milestones.
EVENTS = ("opened", "ready", "responded", "customer_wrote", "resolved", "reopened", "closed", "promised")


def read_milestones(manual: Table) -> dict[str, str]:
    """`[milestones]`: events of this manual's own, with the label of the button that records each."""
    milestones = manual.words("milestones")
    for name in milestones:
        if name in EVENTS:
            manual.table("milestones").fault(name, "taken_name", value=name)
    return milestones


def read_rules(manual: Table, milestones: Collection[str]) -> dict[str, ClockRule]:
    """Every `[clocks.<name>]`."""
    events = [*EVENTS, *milestones]
    return {name: _rule(name, table, events) for name, table in manual.named("clocks")}


def _rule(name: str, table: Table, events: Collection[str]) -> ClockRule:
    rule = ClockRule(
        id=name,
        label=table.text("label"),
        kind=_one_of(table, "kind", Kind, Kind.PROMISE),
        starts=table.choice("starts", events, "event"),
        stops=table.choices("stops", events, "event"),
        pauses_in=table.choices("pauses_in", STATUSES, "status"),
        on_reopen=_one_of(table, "on_reopen", OnReopen, OnReopen.IGNORE),
        on_reclassify=_one_of(table, "on_reclassify", OnReclassify, OnReclassify.KEEP),
        repeats=table.flag("repeats"),
        warn_at=_shares(table),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return rule


def _one_of(table: Table, key: str, kinds: type[Word], fallback: Word) -> Word:
    """Read a needed word of these; where it is missing or wrong, a fault, and the fallback to read on with."""
    known = [kind.value for kind in kinds]
    word = table.choice(key, known, key)
    return kinds(word) if word in known else fallback


def _shares(table: Table) -> tuple[Fraction, ...]:
    """Shares of the target between 0 and 1, exactly as written: 0.8 is 4/5."""
    shares = []
    for index, value in enumerate(table.get("warn_at", list, [])):
        if isinstance(value, float) and 0 < value < 1:
            shares.append(Fraction(str(value)))
        else:
            table.book.fault(table.at("warn_at", index), "bad_share", value=value)
    return tuple(sorted(shares))
