"""What this room records, of mails that no case tells of."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class Received(Event):
    """A mail came in and became no word of a customer's: a bounce, a note by mail, a mail of our own, an automatic reply."""

    kind: ClassVar[str] = "mail.received"
    subject_kind: ClassVar[str] = "received_mail"
    quiet: ClassVar[bool] = True
    outcome: str
    message_id: str = ""


@dataclass(frozen=True, kw_only=True)
class AddressesChanged(Event):
    """The desk has another mail address, or one less. The subject is the desk."""

    kind: ClassVar[str] = "desk.addresses"
    subject_kind: ClassVar[str] = "desk"
    added: str = ""
    removed: str = ""
