"""Sending what is in the outbox: at least once, always with the same Message-ID; and the digests."""

import logging
from datetime import datetime
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.desks.vault import CannotOpen, opened
from acuerdo.jobs.desks import desk_task, in_every_desk
from acuerdo.jobs.patience import SWEEP, every
from acuerdo.notifications.actions import settle
from acuerdo.notifications.actions.digest import send_digests
from acuerdo.notifications.actions.queue import DELIVER
from acuerdo.notifications.actions.wake import wake_held, wake_lost
from acuerdo.notifications.models import Outgoing, Security
from acuerdo.notifications.queries import own_server
from acuerdo.notifications.replies import in_words

log = logging.getLogger(__name__)
#: SMTP replies from 500 on are final (RFC 5321 §4.2.1): the same message would be refused again.
FINAL = 500


def as_message(outgoing: Outgoing) -> EmailMultiAlternatives:
    """The mail as Django sends it."""
    message = EmailMultiAlternatives(
        subject=outgoing.subject,
        body=outgoing.text,
        from_email=outgoing.sender,
        to=[outgoing.to],
        reply_to=[outgoing.reply_to] if outgoing.reply_to else None,
        headers={"Message-ID": outgoing.message_id, "Date": http_date(outgoing.created_at), **outgoing.headers},
    )
    if outgoing.html:
        message.attach_alternative(outgoing.html, "text/html")
    for attachment in outgoing.attachments:
        with default_storage.open(attachment["path"]) as content:
            message.attach(attachment["name"], content.read(), attachment["content_type"])
    return message


def way_out() -> EmailBackend | None:
    """The desk's own server; None for the installation's. Raises CannotOpen."""
    server = own_server()
    if server is None:
        return None
    return EmailBackend(
        host=server.host,
        port=server.port,
        username=server.user,
        password=opened(server.password),
        use_tls=server.security == Security.STARTTLS,
        use_ssl=server.security == Security.TLS,
        timeout=settings.EMAIL_TIMEOUT,
    )


def http_date(at: datetime) -> str:
    """A date as mail writes it (RFC 5322 §3.3)."""
    return at.strftime("%a, %d %b %Y %H:%M:%S +0000")


@desk_task(DELIVER.name, queue="mail")
def deliver(*, outgoing_id: int) -> None:
    """Send one mail; what stood in the way this time is kept with it, and the job tries again."""
    try:
        hand_over(outgoing_id)
    except (OSError, SMTPException, CannotOpen) as trouble:
        Outgoing.objects.filter(pk=outgoing_id, sent_at=None, refused_at=None).update(problem=in_words(trouble)[:2000])
        raise


def hand_over(outgoing_id: int) -> None:
    """Send one mail, if its moment has come. Two jobs of one mail: the second waits, then sees it sent.

    A final refusal is kept and shown.
    """
    with transaction.atomic():
        outgoing = Outgoing.objects.select_for_update().get(pk=outgoing_id)
        if outgoing.sent_at or outgoing.refused_at or (outgoing.not_before and outgoing.not_before > timezone.now()):
            return
        try:
            message = as_message(outgoing)
            message.connection = way_out()
            if not message.send():
                msg = f"{outgoing.to!r} is nobody's address"
                raise ValueError(msg)  # noqa: TRY301  refused like the others
        # ValueError: no mail can be written so (an address that is none); it will not be another time either.
        except (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError) as refusal:
            if not is_final(refusal):
                raise
            log.warning("mail %s refused: %s", outgoing.pk, refusal)
            settle.refused(outgoing, in_words(refusal), at=timezone.now())
        else:
            settle.sent(outgoing, at=timezone.now())


def is_final(refusal: Exception) -> bool:
    """Whether the server will never take this message, or it is none."""
    if isinstance(refusal, ValueError):
        return True
    if isinstance(refusal, SMTPRecipientsRefused):
        return all(code >= FINAL for code, _said in refusal.recipients.values())
    code = getattr(refusal, "smtp_code", 0)
    return bool(code >= FINAL)


@app.periodic(cron=every(SWEEP))
@app.task(name="notifications.sweep", queue="sweeps", queueing_lock="notifications.sweep")
def sweep(timestamp: int) -> None:
    """Queue again what lost its job, in every desk."""
    in_every_desk(wake_lost)


@app.periodic(cron="* * * * *")
@app.task(name="notifications.every_minute", queue="sweeps", queueing_lock="notifications.every_minute")
def every_minute(timestamp: int) -> None:
    """What waited for somebody's working hours, and the digests, of all desks."""
    in_every_desk(see_to_due)


def see_to_due() -> None:
    """One desk's; costs a look at each of two indexes where nothing is due."""
    wake_held()
    send_digests(at=timezone.now())
