"""What this room records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
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


@dataclass(frozen=True, kw_only=True)
class SignedIn(PersonEvent):
    """Somebody signed in."""

    kind: ClassVar[str] = "person.signed_in"
    quiet: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True)
class SignedOut(PersonEvent):
    """Somebody signed out."""

    kind: ClassVar[str] = "person.signed_out"
    quiet: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True)
class SignInFailed(PersonEvent):
    """A wrong password, or an address that nobody has (subject NOBODY). The address that was typed is in the detail."""

    kind: ClassVar[str] = "person.sign_in_failed"
    quiet: ClassVar[bool] = True


#: The subject of attempts with an address that nobody has.
NOBODY = 0


@dataclass(frozen=True, kw_only=True)
class Changed(PersonEvent):
    """A person was changed: their role, level, team, hours; name and address stand in the detail."""

    kind: ClassVar[str] = "person.changed"
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(PersonEvent):
    """A person signed their other sessions out."""

    kind: ClassVar[str] = "person.sessions_ended"
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class AbsenceKept(PersonEvent):
    """An absence was written down; `removed` that it was taken back."""

    kind: ClassVar[str] = "person.absence"
    starts_on: date | None = None
    ends_on: date | None = None
    substitute: int | None = None
    removed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class TeamKept(Event):
    """A team was made or changed."""

    kind: ClassVar[str] = "team.kept"
    subject_kind: ClassVar[str] = "team"
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
