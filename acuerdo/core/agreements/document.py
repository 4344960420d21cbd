"""The prose of the published manual, in sections; tables and numbers come from the rules."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acuerdo.core.agreements.book import Book, Table
from acuerdo.core.agreements.references import check_references, resolve

if TYPE_CHECKING:
    from acuerdo.core.agreements.agreement import Agreement

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


@dataclass(frozen=True)
class Block:
    """A piece of prose to be set: "paragraph", "heading", or "item" of the list that the items beside it make."""

    kind: str
    text: str


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


def check_document(book: Book, agreement: "Agreement") -> None:
    """Find fault with references that name nothing, and with a section's name used twice."""
    seen: set[str] = set()
    for index, section in enumerate(agreement.document):
        check_references(book, ("document", index, "text"), section.text, agreement)
        if section.id in seen:
            book.fault(("document", index, "id"), "taken_name", value=section.id)
        seen.add(section.id)


def blocks(section: Section, agreement: "Agreement", language: str) -> tuple[Block, ...]:
    """Give the prose piece by piece, its references resolved in "es" or "en"; the manual's own words stay in its language."""
    said = resolve(section.text, agreement, language)
    return tuple(block for part in said.split("\n\n") for block in _blocks(part))


def _blocks(part: str) -> Iterator[Block]:
    """Cut a part between empty lines; lines of a paragraph run on."""
    running: list[str] = []
    for line in (line.strip() for line in part.splitlines() if line.strip()):
        kind = {"- ": "item", "# ": "heading"}.get(line[:2])
        if kind and running:
            yield Block("paragraph", " ".join(running))
            running = []
        if kind:
            yield Block(kind, line[2:])
        else:
            running.append(line)
    if running:
        yield Block("paragraph", " ".join(running))
