"""Receiving a message: stored first, then made something of. What cannot be processed stays stored and is told."""

import logging
from datetime import datetime

from django.db import InterfaceError, InternalError, OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from acuerdo.channels.mail.actions.take_in import NobodyWroteIt, Taken, take_in
from acuerdo.channels.mail.events import Received
from acuerdo.channels.mail.models import RawMail
from acuerdo.core.mail import delivery_key
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.notifications.actions.tell import Word, tell_people
from acuerdo.people.models import Role
from acuerdo.people.queries import titled

log = logging.getLogger(__name__)

MACHINE = Actor("system", programme="mail")
#: What became of these a case's own event says, with the mail's Message-ID.
TOLD_BY_CASE = frozenset({RawMail.Outcome.OPENED, RawMail.Outcome.JOINED})
#: Trouble of the database's, not of the message: nothing is stored, and whoever brought it keeps it.
TROUBLE = (OperationalError, InterfaceError, InternalError)


@transaction.atomic(savepoint=False)
def receive(raw: bytes, *, envelope_from: str | None, recipient: str, at: datetime) -> RawMail:
    """Keep a message of the current desk and process it; the same message again is the one already there.

    `envelope_from` is "" for the null path, None where the door does not know it. Raises only what is the database's trouble.
    """
    kept, new = keep(raw, envelope_from=envelope_from, recipient=recipient, at=at)
    if new:
        process(kept, at=at)
    return kept


def keep(raw: bytes, *, envelope_from: str | None, recipient: str, at: datetime) -> tuple[RawMail, bool]:
    """Store it unless it is there. Two deliveries at once: the second waits here for the first one's commit."""
    key = delivery_key(raw)
    envelope_from, recipient = printable(envelope_from), printable(recipient) or ""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO mail_rawmail (key, raw, envelope_from, recipient, received_at, state, outcome, problem, attempts)"
            " VALUES (%s, %s, %s, %s, %s, 'stored', '', '', 0) ON CONFLICT (key) DO NOTHING RETURNING id",
            [key, raw, envelope_from, recipient, at],
        )
        row = cursor.fetchone()
    if row is None:
        return RawMail.objects.defer("raw").get(key=key), False
    return RawMail(
        pk=row[0], key=key, raw=raw, envelope_from=envelope_from, recipient=recipient, received_at=at, state=RawMail.State.STORED
    ), True


def printable(address: str | None) -> str | None:
    """An address of the envelope as a column can hold it: no NUL, no lone surrogate."""
    return None if address is None else "".join(character for character in address if character.isprintable())[:320]


def process(kept: RawMail, *, at: datetime, insisted: bool = False) -> None:
    """Make something of a stored message; on a failure everything but the message itself is undone. `insisted`: see take_in."""
    kept.attempts += 1
    try:
        with transaction.atomic():
            taken = take_in(kept, at=at, insisted=insisted)
    except TROUBLE:
        raise
    except Exception as problem:
        # A message of nobody is its own fault, not ours: a sentence, no traceback.
        log.error("message %s could not be processed: %s", kept.pk, problem, exc_info=not isinstance(problem, NobodyWroteIt))  # noqa: TRY400
        kept.state, kept.problem = RawMail.State.FAILED, f"{type(problem).__name__}: {problem}".replace("\x00", "")[:2000]
        kept.save(update_fields=["state", "problem", "attempts"])
        tell_of_failure(kept, at=at)
    else:
        finish(kept, taken, at=at)


def finish(kept: RawMail, taken: Taken, *, at: datetime) -> None:
    """Note what became of it."""
    kept.state, kept.outcome, kept.problem = RawMail.State.PROCESSED, taken.outcome, ""
    kept.ticket, kept.message = taken.ticket, taken.message
    if kept.outcome not in TOLD_BY_CASE:
        record(Received(subject_id=kept.pk, outcome=kept.outcome, message_id=taken.message_id[:255]), by=MACHINE, at=at)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE mail_rawmail SET state = %s, outcome = %s, problem = '', attempts = %s, ticket_id = %s, message_id = %s WHERE id = %s",
            [kept.state, kept.outcome, kept.attempts, kept.ticket_id, kept.message_id, kept.pk],
        )


def tell_of_failure(kept: RawMail, *, at: datetime) -> None:
    """Tell those who watch over the desk, once a message. That this fails too must not lose the message."""
    text = _("Un correo de %(sender)s no se pudo convertir en caso. Está guardado y se intentará de nuevo; también con: acuerdo mail again")
    word = Word(
        key=f"mail-failed-{kept.pk}",
        kind="mail",
        text=text,
        facts={"sender": kept.envelope_from or _("remitente desconocido")},
        url="/console/",
        subject=_("Un correo no se pudo procesar"),
        about=("", 0),
    )
    try:
        with transaction.atomic():
            tell_people(titled([Role.SUPERVISOR, Role.ADMIN]), word, at=at)
    except TROUBLE:
        raise
    except Exception:
        log.exception("nobody could be told of message %s", kept.pk)
