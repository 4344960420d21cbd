"""Fetching a mailbox: each message is stored and committed first, then marked on the server; each once, whatever happens between.

What was taken stands in Fetched, in the transaction that stores the message. A round that was cut off goes on with it: what is stored
is only marked, what is not is fetched. A message that cannot be stored stays unread on its server, is told, and the next is taken; so
does one that its server does not give, or over which the connection breaks off: it is tried after the others, and at last left.
"""

import imaplib
import logging
from datetime import datetime, timedelta

from django.db import transaction
from imap_tools.errors import UnexpectedCommandStatusError

from acuerdo.channels.mail.actions.imap import TROUBLE as SERVER
from acuerdo.channels.mail.actions.imap import Folder, ImapServer, ServerSaysNo, failed, opened
from acuerdo.channels.mail.actions.receive import TROUBLE, receive
from acuerdo.channels.mail.actions.tell_of_mailbox import tell_of_mailbox, tell_of_message
from acuerdo.channels.mail.actions.trying import Step
from acuerdo.channels.mail.models import Fetched, Mailbox, RawMail
from acuerdo.channels.mail.queries import ATTEMPTS, recipient_of
from acuerdo.desks.vault import CannotOpen
from acuerdo.desks.vault import opened as secret

log = logging.getLogger(__name__)

LARGEST = RawMail.LARGEST
#: Messages taken in one round; the next round follows at once.
ROUND = 100
#: After failures in a row the next look waits twice as long each time, up to the longest.
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
#: So many failures in a row are told; a refused log-in at once, since only a person can mend it.
TOLD_AFTER = 3


def fetch(mailbox_id: int, *, at: datetime) -> bool:
    """Take what is new in a mailbox; whether there is more. Raises what is the database's trouble: then nothing was marked as taken."""
    mailbox = Mailbox.objects.filter(pk=mailbox_id, is_active=True).first()
    if mailbox is None:
        return False
    try:
        with opened(server_of(mailbox), mailbox.folder) as folder:
            more = take_all(mailbox, folder, at=at)
    except CannotOpen:
        note_failure(mailbox, Step("login", "key_changed"), at=at)
        return False
    except ServerSaysNo as no:
        note_failure(mailbox, no.step, at=at)
        return False
    except SERVER as error:
        note_failure(mailbox, failed("folder", error, "refused_by_server"), at=at)
        return False
    note_success(mailbox, at=at)
    return more


def server_of(mailbox: Mailbox) -> ImapServer:
    """How it is reached. Raises CannotOpen."""
    return ImapServer(mailbox.host, mailbox.port, mailbox.user, secret(mailbox.password), mailbox.security)


def take_all(mailbox: Mailbox, folder: Folder, *, at: datetime) -> bool:
    """What is new, and what an earlier round left undone; whether there is more.

    Raises ServerSaysNo at the end where the server did not let stored messages be marked or moved: that stops no other message.
    """
    begin(mailbox, folder)
    left = {row.uid: row for row in mailbox.fetched.filter(uid_validity=folder.uid_validity, settled_at=None).order_by("uid")[:ROUND]}
    new = folder.uids(mailbox.next_uid, since=None if mailbox.takes_old else mailbox.since.date() - timedelta(days=1))
    settled = mailbox.fetched.filter(uid_validity=folder.uid_validity, uid__gte=mailbox.next_uid).exclude(settled_at=None)
    done = set(settled.values_list("uid", flat=True))
    new = [uid for uid in new if uid not in done]
    now = new[:ROUND]
    sizes = folder.sizes([*(uid for uid, row in left.items() if row.raw_mail_id is None), *now])
    refused: ServerSaysNo | None = None
    # What gave trouble comes last: it keeps nothing else waiting.
    for uid in sorted({*left, *now}, key=lambda each: (left[each].attempts if each in left else 0, each)):
        try:
            take(mailbox, folder, uid, left.get(uid), size=sizes.get(uid, 0), at=at)
        except ServerSaysNo as no:
            refused = refused or no
        if uid >= mailbox.next_uid:
            mailbox.next_uid = uid + 1
            mailbox.save(update_fields=["next_uid"])
    if refused:
        raise refused
    return len(new) > len(now)


def begin(mailbox: Mailbox, folder: Folder) -> None:
    """On the first look, from now on or from the beginning. With another UIDVALIDITY the old numbers mean nothing: look at all again.

    What was stored under the old numbers is known by its key, and joins nothing twice.
    """
    if mailbox.uid_validity == folder.uid_validity:
        return
    first_look = mailbox.uid_validity is None
    mailbox.next_uid = first_since(mailbox, folder) if first_look and not mailbox.takes_old and folder.next_uid else 1
    mailbox.uid_validity = folder.uid_validity
    mailbox.save(update_fields=["uid_validity", "next_uid"])


def first_since(mailbox: Mailbox, folder: Folder) -> int:
    """The first message that came after the mailbox was connected: the first look may succeed hours later, and those between are ours."""
    recent = folder.uids(1, since=mailbox.since.date() - timedelta(days=1))
    since = mailbox.since.replace(microsecond=0)
    return min((uid for uid, at in folder.arrived(recent).items() if at >= since), default=folder.next_uid)


def take(mailbox: Mailbox, folder: Folder, uid: int, row: Fetched | None, *, size: int, at: datetime) -> None:
    """One message: stored unless that is done, then marked or moved. Raises the server's and the database's trouble."""
    if row is None or row.raw_mail_id is None:
        row = stored(mailbox, folder, uid, row, size=size, at=at)
    if row is None or row.raw_mail_id is None or row.settled_at:
        return
    put_away(mailbox, folder, uid)
    Fetched.objects.filter(pk=row.pk).update(settled_at=at)


def put_away(mailbox: Mailbox, folder: Folder, uid: int) -> None:
    """Mark or move a stored message. Raises ServerSaysNo where the server does not want to: the message is safe here, and tried again."""
    moves = mailbox.after == Mailbox.After.MOVE
    try:
        if moves:
            folder.move(uid, mailbox.moved_to)
        else:
            folder.mark(uid)
    except imaplib.IMAP4.abort:
        raise  # the conversation is over
    except (UnexpectedCommandStatusError, imaplib.IMAP4.error) as error:
        raise ServerSaysNo(failed("moved", error, "no_such_folder") if moves else failed("mark", error, "refused_by_server")) from error


def stored(mailbox: Mailbox, folder: Folder, uid: int, row: Fetched | None, *, size: int, at: datetime) -> Fetched | None:
    """Fetch and store it; None where it is gone. Raises the server's trouble, and the database's."""
    if size > LARGEST:
        return left_there(mailbox, folder, uid, row, f"{size} > {LARGEST}", at=at, final=True)
    last = row is not None and row.attempts + 1 >= ATTEMPTS
    try:
        raw = folder.read(uid)
    except (ServerSaysNo, *SERVER) as trouble:
        # A round ends with it, told as the mailbox's; only what gives it again and again is the message's own fault.
        words = trouble.step.detail if isinstance(trouble, ServerSaysNo) else f"{type(trouble).__name__}: {trouble}"
        left_there(mailbox, folder, uid, row, words, at=at, final=last, tells=last)
        raise
    if raw is None:
        if row:
            Fetched.objects.filter(pk=row.pk).update(settled_at=at, problem="gone")
        return None
    try:
        with transaction.atomic():
            kept = receive(raw, envelope_from=None, recipient=recipient_of(raw, mailbox.user), at=at)
            row, _new = Fetched.objects.update_or_create(
                mailbox=mailbox, uid_validity=folder.uid_validity, uid=uid, defaults={"raw_mail": kept, "problem": "", "at": at}
            )
    except TROUBLE:
        raise
    except Exception as problem:
        log.exception("message %s of mailbox %s could not be stored", uid, mailbox.pk)
        return left_there(mailbox, folder, uid, row, f"{type(problem).__name__}: {problem}", at=at, final=last)
    return row


def left_there(
    mailbox: Mailbox, folder: Folder, uid: int, row: Fetched | None, problem: str, *, at: datetime, final: bool, tells: bool = True
) -> Fetched:
    """Note a message that stays, unread, on its server; it is told once, and tried again unless that is final."""
    said_plainly = printable(problem)
    noted, _new = Fetched.objects.update_or_create(
        mailbox=mailbox,
        uid_validity=folder.uid_validity,
        uid=uid,
        defaults={"problem": said_plainly, "at": at, "settled_at": at if final else None, "attempts": row.attempts + 1 if row else 1},
    )
    if tells:
        tell_of_message(mailbox, noted, at=at)
    return noted


def note_success(mailbox: Mailbox, *, at: datetime) -> None:
    """It was looked at, and all is well."""
    Mailbox.objects.filter(pk=mailbox.pk).update(
        looked_at=at, worked_at=at, problem="", detail="", failing_since=None, failures=0, next_at=None
    )


def note_failure(mailbox: Mailbox, step: Step, *, at: datetime) -> None:
    """Say what stood in the way, look less often, and tell those who can mend it."""
    mailbox.failures += 1
    mailbox.failing_since = mailbox.failing_since or at
    mailbox.looked_at = at
    mailbox.problem, mailbox.detail = f"{step.name}:{step.problem}"[:40], printable(step.detail)
    mailbox.next_at = at + min(FIRST_WAIT * 2 ** min(mailbox.failures - 1, 10), LONGEST_WAIT)
    mailbox.save(update_fields=["failures", "failing_since", "looked_at", "problem", "detail", "next_at"])
    log.warning("mailbox %s: %s", mailbox.pk, mailbox.problem)
    if mailbox.failures >= TOLD_AFTER or step.name in {"login", "moved", "mark"}:
        tell_of_mailbox(mailbox, at=at)


def printable(words: str) -> str:
    """A server's words as a column can hold them."""
    return "".join(character for character in words if character.isprintable())[:300]
