"""Alarms: one job a desk handles all that are due; nothing scans open cases, nothing is scheduled per clock (clocks.md 8).

And the search, which learns a new name of many cases in batches.
"""

from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.events.events import Actor
from acuerdo.jobs.desks import desk_task, in_every_desk
from acuerdo.tickets.actions.find_again import FIND_AGAIN, find_again
from acuerdo.tickets.actions.hold_answer import SEND_HELD, leave, send_due
from acuerdo.tickets.actions.rename_tag import RETAG, rename_some
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.actions.sweep_files import sweep_files
from acuerdo.tickets.actions.wake import HANDLE_ALARMS, look_ahead
from acuerdo.tickets.actions.wake_planned import wake_planned

BATCH = 200


@desk_task(HANDLE_ALARMS.name, queue="clocks")
def handle_alarms() -> None:
    """Handle the alarms of this desk that are due, oldest first, then see to the next."""
    now = timezone.now()
    sound_alarms(at=now, most=BATCH)
    look_ahead(now)


@desk_task(SEND_HELD.name)
def send_held(*, held: int) -> None:
    """Send an answer that nobody took back."""
    leave(held, at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="tickets.every_minute", queue="sweeps", queueing_lock="tickets.every_minute")
def every_minute(timestamp: int) -> None:
    """The safety net of all desks' alarms."""
    in_every_desk(see_to_alarms)


def see_to_alarms() -> None:
    """One desk's; its planned work whose day has come; and answers whose job was lost before they left."""
    now = timezone.now()
    send_due(at=now, most=BATCH)
    look_ahead(now)
    wake_planned(at=now, most=BATCH)


@desk_task(RETAG.name)
def retag_more(*, old: str, new: str, person: int, name: str, ip: str = "") -> None:
    """The next batch of cases whose tag is renamed."""
    if rename_some(old, new, by=Actor("person", person, name, ip), at=timezone.now()):
        RETAG.defer(old=old, new=new, person=person, name=name, ip=ip)


@desk_task(FIND_AGAIN.name)
def find_more_again(*, whose: str, pk: int, before: int) -> None:
    """The next batch of cases that are found by a new name."""
    find_again(whose, pk, before=before)


@app.periodic(cron="40 4 * * *")
@app.task(name="tickets.sweep_files", queue="sweeps", queueing_lock="tickets.sweep_files")
def sweep_every_night(timestamp: int) -> None:
    """Sweep away, in every desk, the files of drafts that died."""
    in_every_desk(sweep_old_files)


def sweep_old_files() -> int:
    """One desk's."""
    return sweep_files(at=timezone.now(), most=BATCH)
