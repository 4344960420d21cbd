"""What this room records."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class PersonEvent(Event):
    """Something about a person."""

    subject_kind: ClassVar[str] = "person"


@dataclass(frozen=True, kw_only=True)
class Invited(PersonEvent):
    """A person was made and invited."""

    kind: ClassVar[str] = "person.invited"
    role: str = ""
    again: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Accepted(PersonEvent):
    """An invitation was accepted: the person chose a password."""

    kind: ClassVar[str] = "person.accepted"


@dataclass(frozen=True, kw_only=True)
class ResetAsked(PersonEvent):
    """Someone asked for a new password of this person's; the reaction mails them a link."""

    kind: ClassVar[str] = "person.reset_asked"
