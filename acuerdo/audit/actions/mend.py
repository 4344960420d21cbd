"""What an administrator does about a failed job or a mail that stands still; each is recorded."""

from datetime import datetime

from django.db import connection, transaction
from django.db.utils import IntegrityError

from acuerdo.audit.actions.note import note
from acuerdo.audit.events import JobMended, MailMended
from acuerdo.channels.mail.actions.process_again import process_again
from acuerdo.channels.mail.models import RawMail
from acuerdo.desks.queries import current_schema
from acuerdo.events.events import Actor
from acuerdo.notifications.actions.send_again import send_again


@transaction.atomic
def retry_job(job_id: int, *, by: Actor, at: datetime) -> bool:
    """Queue a failed job of this desk again; false where there is none, or where the same already waits."""
    task = failed_task(job_id)
    if not task:
        return False
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT procrastinate_retry_job_v2(%s, %s, NULL, NULL, NULL)", [job_id, at])
    except IntegrityError:
        # The sweep has queued the same meanwhile: that one does the work.
        return False
    note(JobMended(job=job_id, task=task, done="retried"), by=by, at=at)
    return True


@transaction.atomic
def discard_job(job_id: int, *, reason: str, by: Actor, at: datetime) -> bool:
    """Put a failed job of this desk away for good; the log keeps what it was and why. False where there is none."""
    task = failed_task(job_id)
    if not task:
        return False
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s AND status = 'failed'", [job_id])
    note(JobMended(job=job_id, task=task, done="discarded", reason=reason), by=by, at=at)
    return True


def failed_task(job_id: int) -> str:
    """The task of a failed job of this desk, which is then locked; empty for any other job."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name FROM procrastinate_jobs WHERE id = %s AND status = 'failed' AND args->>'desk' = %s FOR UPDATE",
            [job_id, current_schema()],
        )
        row = cursor.fetchone()
    return str(row[0]) if row else ""


@transaction.atomic
def mail_again(outgoing_id: int, *, by: Actor, at: datetime) -> bool:
    """Send a waiting or refused mail again. Raises Outgoing.DoesNotExist."""
    if not send_again(outgoing_id):
        return False
    note(MailMended(done="sent_again", mail=outgoing_id), by=by, at=at)
    return True


def take_in_again(raw_mail_id: int, *, by: Actor, at: datetime) -> RawMail:
    """Process a kept mail again; what becomes of it stands in the mail. Raises RawMail.DoesNotExist."""
    kept = process_again(raw_mail_id, at=at)
    note(MailMended(done="processed_again", mail=raw_mail_id), by=by, at=at)
    return kept
