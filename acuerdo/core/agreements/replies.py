"""Formal replies: what the diagnosis, or the answer after it, must say to the customer (INT-108, INT-109)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.values import Words
from acuerdo.core.agreements.where import read_where


@dataclass(frozen=True)
class Reply:
    """A reply of several points that must all be there.

    `milestone`: sending it records this; `activities`: what is done for it;
    `printed`: points that the document writes otherwise.
    """

    id: str
    label: str
    milestone: str
    where: Mapping[str, tuple[str, ...]]
    points: Words
    printed: Words
    by: str = ""
    channel: str = ""
    activities: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


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
            by=table.choice("by", roles, "role", ""),
            channel=table.choice("channel", known.facts["channel"], "channel", ""),
            activities=table.texts("activities", ()),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return replies
