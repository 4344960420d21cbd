"""Messages for the tests: written as mail programs write them."""

from email.message import EmailMessage
from email.utils import format_datetime

from acuerdo.channels.mail.actions.receive import receive

MAILBOX = "soporte@testserver"
DIANA = "Diana Lozano <diana@santa-aurelia.example>"


def letter(
    subject="El IVR no transfiere",
    text="Desde ayer no transfiere.",
    *,
    sender=DIANA,
    to=MAILBOX,
    message_id="<1@santa-aurelia.example>",
    answers="",
    files=(),
    **headers,
):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = "Fri, 20 Nov 2026 09:59:00 -0500"
    if message_id:
        message["Message-ID"] = message_id
    if answers:
        message["In-Reply-To"] = message["References"] = answers
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    for name, kind, content in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def take(raw, *, at, sender="diana@santa-aurelia.example", recipient=MAILBOX):
    return receive(raw, envelope_from=sender, recipient=recipient, at=at)


def date_of(at):
    return format_datetime(at)


def arrives(account, subject, number=1, **how):
    """Let a letter lie in the folder of the account of an IMAP server."""
    account.arrives(letter(subject, message_id=f"<{number}@santa-aurelia.example>", **how), account.folder)
