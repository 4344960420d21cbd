"""What happens between cases: one becomes part of another, or comes out of it again; links, parents and children."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class Merged(TicketEvent):
    """This case became part of another and ended as its duplicate. `before` is what brings it back."""

    kind: ClassVar[str] = "ticket.merged"
    into: int
    number: int
    before: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Absorbed(TicketEvent):
    """Another case became part of this one, with what was part of it. `before` is what this one was by it alone."""

    kind: ClassVar[str] = "ticket.absorbed"
    case: int
    number: int
    also: tuple[int, ...] = ()
    children: tuple[int, ...] = ()
    watcher: int | None = None
    before: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Unmerged(TicketEvent):
    """The merging was undone: this case goes on as if it had never been merged."""

    kind: ClassVar[str] = "ticket.unmerged"
    case: int
    number: int


@dataclass(frozen=True, kw_only=True)
class Released(TicketEvent):
    """What had been merged into this case is a case of its own again."""

    kind: ClassVar[str] = "ticket.released"
    case: int
    number: int


@dataclass(frozen=True, kw_only=True)
class Split(TicketEvent):
    """Messages of this case went to a new one."""

    kind: ClassVar[str] = "ticket.split"
    case: int
    number: int
    messages: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SplitOff(TicketEvent):
    """This case was made of messages of another."""

    kind: ClassVar[str] = "ticket.split_off"
    case: int
    number: int


@dataclass(frozen=True, kw_only=True)
class Linked(TicketEvent):
    """A link to another case: what this one is to it, or with `inverse` the other to this one."""

    kind: ClassVar[str] = "ticket.linked"
    link: str
    case: int
    number: int
    inverse: bool = False


@dataclass(frozen=True, kw_only=True)
class Unlinked(TicketEvent):
    """A link was taken away."""

    kind: ClassVar[str] = "ticket.unlinked"
    link: str
    case: int
    number: int
    inverse: bool = False


@dataclass(frozen=True, kw_only=True)
class ParentSet(TicketEvent):
    """This case became the child of another, or nobody's."""

    kind: ClassVar[str] = "ticket.parent"
    case: int | None
    number: int | None
    before: int | None = None
