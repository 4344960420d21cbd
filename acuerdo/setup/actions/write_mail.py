"""Writing to the desk from the built-in mailbox: a real message, taken in by the same path as any other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, make_msgid

from django.core.files.uploadedfile import UploadedFile

from acuerdo.channels.mail.actions.receive import receive
from acuerdo.channels.mail.models import RawMail
from acuerdo.core.mail import addresses, domain
from acuerdo.notifications.models import Outgoing


@dataclass(frozen=True, kw_only=True)
class Written:
    """What somebody writes. `answers` is the mail of ours that it answers."""

    name: str
    sender: str
    to: str
    subject: str
    text: str
    files: "Sequence[UploadedFile[bytes]]" = field(default=())
    answers: Outgoing | None = None


def write_mail(written: Written, *, at: datetime) -> RawMail:
    """Hand it to the current desk."""
    message = as_message(written, at=at)
    return receive(message.as_bytes(policy=SMTP), envelope_from=written.sender, recipient=written.to, at=at)


def as_message(written: Written, *, at: datetime) -> EmailMessage:
    """The message as a mail program makes it: thread headers, the quoted text below, attachments."""
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr((written.name, written.sender))
    message["To"] = written.to
    message["Subject"] = " ".join(written.subject.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=domain(written.sender).encode("idna").decode() or "localhost")
    if written.answers is not None:
        message["In-Reply-To"] = written.answers.message_id
        message["References"] = f"{written.answers.headers.get('References', '')} {written.answers.message_id}".strip()
    message.set_content(written.text + (quoted(written.answers) if written.answers else ""))
    for file in written.files:
        main, _, sub = (file.content_type or "application/octet-stream").partition("/")
        message.add_attachment(file.read(), maintype=main, subtype=sub or "octet-stream", filename=file.name)
    return message


def quoted(answered: Outgoing) -> str:
    """The text that is answered, marked as mail programs mark it."""
    sender = addresses(answered.sender)[0]
    lines = "\n".join(f"> {line}" for line in answered.text.splitlines())
    return f"\n\nEl {answered.created_at:%d/%m/%Y a las %H:%M}, {sender.name} <{sender.email}> escribió:\n\n{lines}\n"
