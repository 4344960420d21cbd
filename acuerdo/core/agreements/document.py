"""The sections of the published manual, as written; their prose is read in `prose`, tables and numbers come from the rules."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from acuerdo.core.agreements.book import Table

#: Parts that a section may show below its prose, made from the rules; besides them `fields.<field>`, `targets.<clock>`, `levels.<ladder>`.
VIEWS = (
    "plans",
    "calendars",
    "holidays",
    "types",
    "products",
    "channels",
    "contacts",
    "catalogue",
    "common_incidents",
    "clocks",
    "targets",
    "statuses",
    "escalation",
    "roles",
    "closure",
    "survey",
    "changes",
    "availability",
    "billing",
    "services.included",
    "services.other",
    "guarantees",
    "suspensions",
    "fees",
    "notifications",
    "replies",
    "reports",
    "audit",
    "examples",
    "glossary",
    "control",
)


@dataclass(frozen=True)
class Section:
    """A section as printed. `number`: «4.3.2», which also says how deep it stands; `text`: prose with its references, as written.

    Paragraphs are apart by an empty line; a line that begins with "- " is an item of a list, one with "# " a heading.
    """

    id: str
    number: str
    title: str
    text: str = ""
    shows: tuple[str, ...] = ()
    note: str = ""
    source: str = ""

    @property
    def depth(self) -> int:
        """How deep it stands: 1 for «4», 2 for «4.3»."""
        return self.number.rstrip(".").count(".") + 1


def read_document(manual: Table, fields: Collection[str], clocks: Collection[str], ladders: Collection[str]) -> tuple[Section, ...]:
    """Every `[[document]]`, in the order of the file."""
    views = (*VIEWS, *_each("fields", fields), *_each("targets", clocks), *_each("levels", ladders))
    return tuple(_section(table, views) for table in manual.tables("document"))


def _section(table: Table, views: Collection[str]) -> Section:
    section = Section(
        id=table.slug("id"),
        number=table.text("number", ""),
        title=table.text("title"),
        text=table.text("text", ""),
        shows=table.choices("shows", views, "view", ()),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return section


def _each(table: str, names: Collection[str]) -> Iterator[str]:
    return (f"{table}.{name}" for name in names)
