"""What the published manual is made of, as plain values: the page and the PDF set the same ones.

Each block has a `kind`, the name of the template and of the typesetter's function that set it. `anchor` is an element's id in the
page, "" for none; words are in the manual's language.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from acuerdo.ui.components import ClockBar, ClockRow

Mark = Literal["", "yes", "no"]


class Kinded:
    """What has a kind of its own."""

    __slots__ = ()
    kind: str

    @property
    def template(self) -> str:
        """The template that sets it."""
        return f"publishing/blocks/{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Prose(Kinded):
    """A paragraph, a heading inside a chapter, or the items of one list.

    `numbering` is "1" or "a" where the document numbers its items, from `first` on, and "" where it does not.
    """

    kind: Literal["paragraph", "heading", "list"]
    text: str = ""
    items: tuple[str, ...] = ()
    numbering: Literal["", "1", "a"] = ""
    first: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """`words` as printed; `means`: what is carried out, where they differ; `items`: a list below, `ordered` or not; `span`: columns."""

    words: str
    means: str = ""
    mark: Mark = ""
    items: tuple[str, ...] = ()
    ordered: bool = False
    span: int = 1
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; `clause` is its place in the printed document."""

    head: str
    cells: tuple[Cell, ...]
    clause: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Grid(Kinded):
    """A table; `heads` names the corner and the columns. `look`: how wide its columns are; `notes`: how it is read."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    label: str = ""
    look: Literal["plain", "plans", "targets"] = "plain"
    notes: tuple[str, ...] = ()
    clause: str = ""
    anchor: str = ""
    kind: Literal["grid"] = field(default="grid", init=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """A term and what it means."""

    term: str
    meaning: str
    detail: str = ""
    clause: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Pairs(Kinded):
    """Terms with their meanings, in two columns or one under the other."""

    items: tuple[Pair, ...]
    label: str = ""
    look: Literal["levels", "glossary"] = "levels"
    notes: tuple[str, ...] = ()
    kind: Literal["pairs"] = field(default="pairs", init=False)


@dataclass(frozen=True, slots=True)
class Square:
    """A day of a month's sheet; `day` 0 is the room before the first."""

    day: int
    holiday: bool = False
    sunday: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month's sheet from its Monday on."""

    name: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which nobody attends, or other hours than usual."""

    day: date
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class Year(Kinded):
    """A year with its holidays, as sheets of months and as a list. `letters` are the weekdays', from Monday."""

    year: int
    label: str
    letters: tuple[str, ...]
    months: tuple[Month, ...]
    holidays: tuple[Holiday, ...]
    kind: Literal["year"] = field(default="year", init=False)


@dataclass(frozen=True, slots=True)
class Worked(Kinded):
    """An example carried out: what happens, the bar of days and reckoning of its last clock, and each promise's date."""

    title: str
    facts: str
    story: tuple[Pair, ...]
    answers: tuple[Pair, ...]
    what: str
    bar: ClockBar | None
    rows: tuple[ClockRow, ...]
    clause: str = ""
    kind: Literal["worked"] = field(default="worked", init=False)


@dataclass(frozen=True, slots=True)
class Control(Kinded):
    """Document control: its facts, and who signs it."""

    facts: tuple[Pair, ...]
    signed: tuple[Pair, ...]
    notes: tuple[str, ...]
    kind: Literal["control"] = field(default="control", init=False)


Block = Prose | Grid | Pairs | Year | Worked | Control


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its number («4.3», or "" for none); `depth` 1 stands in the table of contents."""

    anchor: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    depth: int = 1
    clause: str = ""
    clause_anchor: str = ""


@dataclass(frozen=True, eq=False)
class Document:
    """The whole manual; one is like no other, so that what is made of it can be kept by it.

    `language` as HTML wants it; `facts`: version, effective date, code and whom it is for.
    """

    title: str
    lead: str
    provider: str
    desk_name: str
    language: str
    facts: tuple[Pair, ...]
    chapters: tuple[Chapter, ...]
    footer: str

    @property
    def contents(self) -> tuple[Chapter, ...]:
        """The chapters that the table of contents names."""
        return tuple(chapter for chapter in self.chapters if chapter.depth == 1)
