"""What this room records, of mails that no case tells of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class Received(Event):
    """A mail came in and became no word of a customer's: a bounce, a note by mail, one of our own, a program's answer."""

    kind: ClassVar[str] = "mail.received"
    subject_kind: ClassVar[str] = "received_mail"
    quiet: ClassVar[bool] = True
    outcome: str
    message_id: str = ""


@dataclass(frozen=True, kw_only=True)
class AddressesChanged(Event):
    """The desk has another mail address, or one less, or its mails come from another of them. The subject is the desk."""

    kind: ClassVar[str] = "desk.addresses"
    subject_kind: ClassVar[str] = "desk"
    added: str = ""
    removed: str = ""
    sender: str = ""


@dataclass(frozen=True, kw_only=True)
class MailboxKept(Event):
    """A mailbox is fetched by IMAP from now on, or otherwise than before. Never its password; whose it is, in the detail."""

    kind: ClassVar[str] = "mailbox.kept"
    subject_kind: ClassVar[str] = "mailbox"
    after: Mapping[str, object]
    before: Mapping[str, object] = field(default_factory=dict)
    password_changed: bool = False


@dataclass(frozen=True, kw_only=True)
class MailboxRemoved(Event):
    """A mailbox is fetched no more."""

    kind: ClassVar[str] = "mailbox.removed"
    subject_kind: ClassVar[str] = "mailbox"
    host: str
