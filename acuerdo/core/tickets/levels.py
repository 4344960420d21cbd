"""Raising a case to a higher level of the manual's ladder."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from acuerdo.core.errors import Refusal


class Rung(NamedTuple):
    """A level, and the levels besides the one below from which it may be reached.

    `from_any` says every other level (SGM-038: the fifth).
    """

    id: str
    reached_from: tuple[str, ...] = ()
    from_any: bool = False


class CannotRaise(Refusal):
    """The ladder has no such step. Facts: from, to, allowed (the levels that may be reached now)."""

    code: ClassVar[str] = "tickets.cannot_raise"

    def __init__(self, from_: str, to: str, allowed: tuple[str, ...]) -> None:
        super().__init__(
            f"A case at level {from_!r} cannot be raised to {to!r}; it may be raised to {', '.join(allowed) or 'nothing'}.",
            **{"from": from_, "to": to, "allowed": allowed},
        )


def reachable(ladder: Sequence[Rung], from_: str) -> tuple[str, ...]:
    """Give the higher levels that a case at `from_` may be raised to, lowest first.

    A case without a level yet (`from_` empty), or at one this ladder does not know, stands below the first rung.
    """
    at = next((place for place, rung in enumerate(ladder) if rung.id == from_), -1)
    return tuple(
        rung.id for place, rung in enumerate(ladder) if place > at and (place == at + 1 or rung.from_any or from_ in rung.reached_from)
    )


def raise_level(ladder: Sequence[Rung], from_: str, to: str) -> str:
    """Give back `to`; raise CannotRaise where it is unknown, not higher, or skips a rung the manual does not let skip."""
    allowed = reachable(ladder, from_)
    if to not in allowed:
        raise CannotRaise(from_, to, allowed)
    return to
