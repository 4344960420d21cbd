"""Every hour, in every desk, the log is sealed; every night the seals leave by mail and the desk checks itself."""

from datetime import timedelta
from hashlib import sha256

from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.audit.actions.ask_check import RUN, ask_checks
from acuerdo.audit.actions.mail_seals import mail_seals
from acuerdo.audit.actions.run_check import run_check
from acuerdo.audit.actions.seal import fill_folder, seal
from acuerdo.audit.models import SelfCheck
from acuerdo.desks.queries import current_schema
from acuerdo.jobs.desks import DeskTask, desk_task, in_every_desk

NIGHT = DeskTask("audit.night")
#: The desks' nights begin spread over so many seconds, each always at its own.
SPREAD = 2 * 3600


@app.periodic(cron="30 * * * *")
@app.task(name="audit.every_hour", queue="sweeps", queueing_lock="audit.every_hour")
def every_hour(timestamp: int) -> None:
    """What was recorded within the hour is sealed: what is cut off a chain's end after that is found."""
    in_every_desk(seal_hour)


def seal_hour() -> None:
    """One desk's; costs two looks at an index where nothing was recorded."""
    seal(at=timezone.now())


@app.periodic(cron="0 6 * * *")
@app.task(name="audit.every_night", queue="sweeps", queueing_lock="audit.every_night")
def every_night(timestamp: int) -> None:
    """At 1:00 in Bogotá: queue the night of each desk for its own moment."""
    in_every_desk(queue_night)


def queue_night() -> None:
    """One desk's, at the same moment of each night."""
    own = int(sha256(current_schema().encode()).hexdigest(), 16) % SPREAD
    NIGHT.defer(schedule_at=timezone.now() + timedelta(seconds=own))


@desk_task(NIGHT.name, queue="sweeps")
def night() -> None:
    """Seal and send the seals away, then check: what is checked is what was sealed."""
    seal(at=timezone.now())
    fill_folder()
    mail_seals(at=timezone.now())
    ask_checks(SelfCheck.Kind.values, at=timezone.now())


@desk_task(RUN.name, queue="sweeps")
def run(*, check_id: int) -> None:
    """One check."""
    run_check(check_id, at=timezone.now())
