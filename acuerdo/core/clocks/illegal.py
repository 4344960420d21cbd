"""A log that cannot have happened."""

from datetime import datetime
from typing import ClassVar

from acuerdo.core.errors import Refusal


class IllegalLog(Refusal):
    """An event that cannot follow those before it; it is named, never guessed around."""

    code: ClassVar[str] = "clocks.illegal_log"

    def __init__(self, what: str, *, event: str, position: int, at: datetime) -> None:
        """Say what is wrong with which event, counted from 1 as people count; `position` is its place from 0."""
        super().__init__(
            f"event {position + 1} ({event}, {at.isoformat()}): {what}",
            what=what,
            event=event,
            position=position,
            at=at,
        )
