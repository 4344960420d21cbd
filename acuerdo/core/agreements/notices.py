"""Who is told of what, by which way, in which words: event → to whom → channel → template."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.values import Ladder
from acuerdo.core.agreements.where import read_where

#: What may be told of, besides a manual's milestones.
OCCASIONS = (
    "opened",
    "assigned",
    "classified",
    "responded",
    "returned",
    "waiting",
    "escalated",
    "to development",
    "warned",
    "breached",
    "proposed",
    "decided",
    "scheduled",
    "resolved",
    "reminded",
    "closed",
    "closed by silence",
    "progress",
    "mentioned",
    "chat refused",
    "invited",
    "published",
    "maintenance",
    "committee",
    "contingency",
)
#: Whom to tell, besides roles and the customer's own levels: whoever reported, all customers, whoever has the case, their team.
PEOPLE = ("customer", "customers", "assignee", "team")
#: Their screen in the product; the other ways are the manual's channels.
DESK = "desk"
#: The wordings that the product has.
TEMPLATES = (
    "acknowledgement",
    "answer",
    "new-times",
    "request",
    "returned",
    "escalated",
    "development",
    "proposal",
    "decision",
    "solution",
    "reminder",
    "closing",
    "closing-by-silence",
    "progress",
    "diagnosis",
    "formal-reply",
    "invitation",
    "chat-refused",
    "release",
    "maintenance",
    "committee",
    "contingency",
    "task",
    "clock",
)


@dataclass(frozen=True)
class Notification:
    """One line of the table. `optional`: somebody decides each time; `says`: what it must contain."""

    id: str
    label: str
    on: str
    where: Mapping[str, tuple[str, ...]]
    tell: tuple[str, ...]
    by: tuple[str, ...]
    template: str
    says: str = ""
    optional: bool = False
    note: str = ""
    source: str = ""


def recipients(roles: Collection[str], ladders: Mapping[str, Ladder]) -> tuple[str, ...]:
    """Give everybody who can be named: people, the desk's roles, and the customer's levels as `cliente.n2`."""
    levels = [f"{ladder.id}.{step}" for ladder in ladders.values() if ladder.side == "customer" for step in ladder.steps]
    return (*PEOPLE, *roles, *levels)


def read_notifications(manual: Table, known: Known, milestones: Collection[str], whom: tuple[str, ...]) -> dict[str, Notification]:
    """Every `[notifications.<name>]`; one without a template is a fault."""
    occasions, ways = (*OCCASIONS, *milestones), (*known.facts["channel"], DESK)
    notifications = {}
    for name, table in manual.named("notifications"):
        notifications[name] = Notification(
            id=name,
            label=table.text("label"),
            on=table.choice("on", occasions, "notice"),
            where=read_where(table, known),
            tell=table.choices("tell", whom, "person"),
            by=table.choices("by", ways, "channel"),
            template=table.choice("template", TEMPLATES, "template"),
            says=table.text("says", ""),
            optional=table.flag("optional"),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return notifications
