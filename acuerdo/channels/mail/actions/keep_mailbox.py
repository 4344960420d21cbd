"""Connecting a mailbox by IMAP, changing it, pausing it, taking it away, and looking into it now."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from procrastinate.exceptions import AlreadyEnqueued

from acuerdo.channels.mail.actions.change_addresses import AddressTaken, add_address
from acuerdo.channels.mail.events import MailboxKept, MailboxRemoved
from acuerdo.channels.mail.models import Mailbox
from acuerdo.core.errors import Refusal
from acuerdo.desks.queries import current_desk
from acuerdo.desks.vault import closed
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.jobs.desks import DeskTask

FETCH = DeskTask("mail.fetch")
#: What the log says of it. Whose it is goes into the detail, which can be erased; the password goes nowhere.
SAID = ("host", "port", "security", "folder", "after", "moved_to", "takes_old", "is_active")
#: Another place: its messages have other numbers.
PLACE = ("host", "port", "user", "folder")


class MailboxThere(Refusal):
    """That folder of that mailbox is fetched already."""

    code = "mail.mailbox_there"


@dataclass(frozen=True)
class Wanted:
    """A mailbox as it is to be. `password` "" keeps the one there is."""

    values: Mapping[str, object]
    password: str = ""


@transaction.atomic
def keep_mailbox(pk: int | None, wanted: Wanted, *, by: Actor, at: datetime) -> Mailbox:
    """Make one, or change it, and look into it at once. Raises MailboxThere, Mailbox.DoesNotExist."""
    mailbox = Mailbox.objects.select_for_update().get(pk=pk) if pk else Mailbox(since=at)
    before = {name: getattr(mailbox, name) for name in SAID} if pk else {}
    moved = bool(pk) and any(name in wanted.values and getattr(mailbox, name) != wanted.values[name] for name in PLACE)
    for name, value in wanted.values.items():
        setattr(mailbox, name, value)
    if wanted.password:
        mailbox.password = closed(wanted.password)
    if moved:
        mailbox.uid_validity, mailbox.next_uid, mailbox.since = None, 0, at
    if pk and mailbox.takes_old and not before["takes_old"]:
        mailbox.next_uid = 1  # what was there before is wanted after all; what was taken is known by its number
    mailbox.next_at, mailbox.failures, mailbox.failing_since, mailbox.problem, mailbox.detail = None, 0, None, "", ""
    mailbox.looked_at = None if not mailbox.worked_at or moved else mailbox.looked_at
    try:
        with transaction.atomic():
            mailbox.save()
    except IntegrityError as error:
        msg = f"{mailbox} is fetched already."
        raise MailboxThere(msg) from error
    after = {name: getattr(mailbox, name) for name in SAID}
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    happened = MailboxKept(
        subject_id=mailbox.pk,
        after=changed,
        before={name: before[name] for name in changed} if pk else {},
        password_changed=bool(wanted.password),
        detail={"user": mailbox.user},
    )
    record(happened, by=by, at=at)
    if "@" in mailbox.user:
        # What is sent to that mailbox is sent to the desk: so a message's own words about its receiver are understood.
        with suppress(AddressTaken):
            add_address(current_desk(), mailbox.user, by=by, at=at)
    look_now(mailbox)
    return mailbox


@transaction.atomic
def remove_mailbox(pk: int, *, by: Actor, at: datetime) -> None:
    """Fetch it no more and forget its password; what was taken from it stays. Raises Mailbox.DoesNotExist."""
    mailbox = Mailbox.objects.select_for_update().get(pk=pk)
    record(MailboxRemoved(subject_id=pk, host=mailbox.host, detail={"user": mailbox.user}), by=by, at=at)
    mailbox.delete()


def look_now(mailbox: Mailbox) -> None:
    """Have it fetched, after the commit; two looks of one mailbox never run at once."""
    if mailbox.is_active:
        name = f"mailbox-{mailbox.pk}"
        with suppress(AlreadyEnqueued), transaction.atomic():
            FETCH.defer(lock=name, queueing_lock=name, mailbox_id=mailbox.pk)
