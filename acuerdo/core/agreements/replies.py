"""Formal replies: what the diagnosis, or the answer after it, must say to the customer (INT-108, INT-109)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.values import Words
from acuerdo.core.agreements.where import read_where

#: With what a case begins a point besides its facts.
FILLED = ("number", "classification")


@dataclass(frozen=True)
class Reply:
    """A reply of several points that must all be there.

    `milestone`: sending it records this; `activities`: what is done for it;
    `printed`: points that the document writes otherwise; `promises`: points that are a date, and the clock they promise;
    `filled`: points that the case itself can begin: with its number, its classification, or one of its facts.
    """

    id: str
    label: str
    milestone: str
    where: Mapping[str, tuple[str, ...]]
    points: Words
    printed: Words
    promises: Words = field(default_factory=dict)
    filled: Words = field(default_factory=dict)
    by: str = ""
    channel: str = ""
    activities: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


def said_on(replies: Iterable[Reply], evidence: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What a message says on each point of the replies that it carries whole: point → the manual's words, and what was said."""
    given = [reply for reply in replies if reply.points and reply.points.keys() <= evidence.keys()]
    return {point: (label, evidence[point]) for reply in given for point, label in reply.points.items()}


def read_replies(manual: Table, known: Known, milestones: Collection[str], roles: Collection[str]) -> dict[str, Reply]:
    """Every `[replies.<name>]`."""
    replies = {}
    for name, table in manual.named("replies"):
        replies[name] = Reply(
            id=name,
            label=table.text("label"),
            milestone=table.choice("milestone", milestones, "milestone", ""),
            where=read_where(table, known),
            points=MappingProxyType(table.words("points")),
            printed=MappingProxyType(table.words("printed")),
            promises=MappingProxyType(_of_points(table, "promises", known.clocks, "clock")),
            filled=MappingProxyType(_of_points(table, "filled", (*FILLED, *known.facts), "field")),
            by=table.choice("by", roles, "role", ""),
            channel=table.choice("channel", known.facts["channel"], "channel", ""),
            activities=table.texts("activities", ()),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return replies


def _of_points(reply: Table, key: str, known: Collection[str], what: str) -> dict[str, str]:
    """Read something known for some of the points."""
    table, points = reply.table(key), reply.table("points").names()
    for point in table.names():
        table.refers(point, points, "point", point)
    return {point: table.choice(point, known, what) for point in table.names()}
