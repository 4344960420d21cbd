"""What this room records: each mail has a chain of its own, so that sending waits for nobody who works on the case it is about."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class WordingChanged(Event):
    """The words of a mail were written anew, or the product's put back; the words themselves are in their history."""

    kind: ClassVar[str] = "wording.changed"
    subject_kind: ClassVar[str] = "wording"
    template: str
    manual: str
    language: str
    product: bool = False


@dataclass(frozen=True, kw_only=True)
class MailEvent(Event):
    """Something about a mail of the outbox; `about` names its subject (ticket 12). To whom it went is in the detail."""

    subject_kind: ClassVar[str] = "mail"
    quiet: ClassVar[bool] = True
    message_id: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Sent(MailEvent):
    """A mail server took it."""

    kind: ClassVar[str] = "mail.sent"


@dataclass(frozen=True, kw_only=True)
class Refused(MailEvent):
    """A mail server will never take it."""

    kind: ClassVar[str] = "mail.refused"


@dataclass(frozen=True, kw_only=True)
class Bounced(MailEvent):
    """It was taken, and came back."""

    kind: ClassVar[str] = "mail.bounced"


@dataclass(frozen=True, kw_only=True)
class ServerChanged(Event):
    """Mails leave by another server from now on; none named is the installation's. Never its password. The subject is the desk."""

    kind: ClassVar[str] = "desk.mail_server"
    subject_kind: ClassVar[str] = "desk"
    host: str = ""
    port: int = 0
    security: str = ""
    password_changed: bool = False
