"""How far a case goes, and what its customer does at the end."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: Gives the instant of its next step and takes the step when it is resumed. A step that would come after the end of
#: the history never comes: the case is then simply where it is.
Life = Generator[datetime, None, None]


class End(StrEnum):
    """What the customer does with a delivered solution."""

    APPROVES = "approves"
    SILENT = "silent"
    THANKS = "thanks"
    COMES_BACK = "comes_back"
    AWAY = "away"


@dataclass(frozen=True, kw_only=True)
class Course:
    """How far a case goes."""

    end: End = End.APPROVES
    #: Beats that bring one of these events do not come, nor what follows them.
    stops_before: frozenset[str] = frozenset()
    #: Nor does what follows a beat of this kind.
    stops_after: str = ""
    is_taken: bool = True
    #: When the customer writes after the solution and nobody has answered yet.
    writes_at: datetime | None = None
