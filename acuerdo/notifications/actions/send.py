"""Putting a mail into the outbox, in the caller's transaction; a job sends it after the commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import formataddr
from secrets import token_urlsafe

from acuerdo.core.mail import new_message_id
from acuerdo.desks.queries import current_desk, host_of, mailbox_of
from acuerdo.events.actions.record import is_historic
from acuerdo.notifications.actions.queue import queue
from acuerdo.notifications.models import Outgoing


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A mail to be sent. `key` says why: the same key is never sent twice. `not_before`: it waits in the outbox until then."""

    key: str
    to: str
    subject: str
    text: str
    html: str = ""
    reply_to: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    about: tuple[str, int] = ("", 0)
    automatic: bool = True
    sender_name: str = ""
    attachments: Sequence[Mapping[str, str]] = field(default=())
    not_before: datetime | None = None


def headers_of(mail: Mail, desk_schema: str) -> dict[str, str]:
    """Thread and loop headers (RFC 5322 §3.6.4, RFC 3834)."""
    headers = {"X-Acuerdo-Desk": desk_schema}
    if mail.automatic:
        headers |= {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    if mail.in_reply_to:
        headers["In-Reply-To"] = mail.in_reply_to
    if mail.references:
        headers["References"] = " ".join(mail.references[-20:])
    return headers


def one_line(text: str, most: int) -> str:
    """A header's text: no line breaks, not longer than its column."""
    return " ".join(text.split())[:most]


def send(mail: Mail) -> Outgoing:
    """Queue a mail; the same key again gives the mail that is already there."""
    there = Outgoing.objects.filter(key=mail.key).first()
    if there is not None:
        return there
    desk = current_desk()
    name = f"{mail.sender_name} · {desk.name}" if mail.sender_name else desk.name
    outgoing = Outgoing.objects.create(
        key=mail.key,
        message_id=new_message_id(host_of(desk), mail.about[1] or 1, token_urlsafe(12)),
        subject_kind=mail.about[0],
        subject_id=mail.about[1] or None,
        sender=formataddr((one_line(name, 100), mailbox_of(desk))),
        to=mail.to,
        reply_to=mail.reply_to,
        subject=one_line(mail.subject, 400),
        text=mail.text,
        html=mail.html,
        headers=headers_of(mail, desk.schema_name),
        attachments=[dict(attachment) for attachment in mail.attachments],
        not_before=mail.not_before,
    )
    # One that waits for its moment has no job: the sweep of each minute finds what is due.
    if not is_historic() and not mail.not_before:
        queue(outgoing.pk)
    return outgoing
