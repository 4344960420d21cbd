"""What is wrong in a manual: every fault at once, each with its line and what would be right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import ClassVar

from acuerdo.core.agreements import wording
from acuerdo.core.errors import Refusal


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, or worth a question, on one line (from 1) of one file."""

    file: str
    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "es") -> str:
        """`file:line: what is wrong, and what would be right`, in "es" or "en"."""
        return f"{self.file}:{self.line}: {wording.of(self.code, self.facts, language)}"


class Faults(Refusal):
    """The manual cannot run: all that is wrong in it, in the order of its lines."""

    code: ClassVar[str] = "agreements.faults"

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))
        super().__init__("\n".join(self.lines("en")), faults=len(self.faults))

    def lines(self, language: str = "es") -> list[str]:
        """One sentence a fault."""
        return [fault.sentence(language) for fault in self.faults]


def nearest(wrong: str, known: Collection[str]) -> str:
    """Give the known name that a slip of the hand would have meant, or ""."""
    return next(iter(get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)), "")
