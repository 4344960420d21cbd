"""What a manual says about a clock."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """Whose time limit it is: the provider's promise or the customer's window."""

    PROMISE = "promise"
    WINDOW = "window"


class OnReopen(StrEnum):
    """What a reopening does to a clock that has stopped."""

    IGNORE = "ignore"
    RESUME = "resume"
    RESTART = "restart"


class OnReclassify(StrEnum):
    """From when a live clock counts against a new target: its start, or now."""

    KEEP = "keep"
    RESTART = "restart"


@dataclass(frozen=True)
class ClockRule:
    """One clock of a manual: which events start and stop it and in which statuses it stands still.

    `repeats` lets a further start event begin a new cycle when none is live; a window always does.
    `warn_at` are shares of the target, above 0 and below 1. `note` says how the document was read, `source` where it says so.
    """

    id: str
    label: str
    kind: Kind
    starts: str
    stops: tuple[str, ...]
    pauses_in: tuple[str, ...]
    on_reopen: OnReopen
    on_reclassify: OnReclassify
    repeats: bool = False
    warn_at: tuple[Fraction, ...] = ()
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Take the words of a manual for the choices they name; ValueError for any other."""
        object.__setattr__(self, "kind", Kind(self.kind))
        object.__setattr__(self, "on_reopen", OnReopen(self.on_reopen))
        object.__setattr__(self, "on_reclassify", OnReclassify(self.on_reclassify))
