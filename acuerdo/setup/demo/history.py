"""Sixty days of a desk: the lives of its cases in one line of time, with the alarms that fall due in between."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import connection

from acuerdo.setup.demo.course import Life
from acuerdo.tickets.actions.sound_alarm import sound_alarms

#: More cases than ever have an alarm at one instant.
MOST = 500


def play(lives: Iterable[Life], *, until: datetime) -> None:
    """Take every step up to `until` in the order of time, and sound each alarm when it falls due. The caller is in `historic()`."""
    waiting: list[tuple[datetime, int, Life]] = []
    for number, life in enumerate(lives):
        advance(waiting, number, life, until)
    while waiting:
        at, number, life = heapq.heappop(waiting)
        sound_until(at)
        advance(waiting, number, life, until)
    sound_until(until)


def advance(waiting: list[tuple[datetime, int, Life]], number: int, life: Life, until: datetime) -> None:
    """Resume a life: it takes its step and says when the next one comes; what lies after the end never comes."""
    at = next(life, None)
    if at is not None and at <= until:
        heapq.heappush(waiting, (at, number, life))
    else:
        life.close()


def sound_until(at: datetime) -> None:
    """Sound the alarms up to `at`, each at its own instant: a window closes when it ends, not when somebody looks."""
    for due in alarms_until(at):
        sound_alarms(at=due, most=MOST)


def alarms_until(at: datetime) -> Iterator[datetime]:
    """The next alarm again and again, as long as it is due."""
    with connection.cursor() as cursor:
        while True:
            # Asked at every step of thousands: written out, it costs a tenth of what building the query does.
            cursor.execute("SELECT min(alarm_at) FROM tickets_clock WHERE alarm_at IS NOT NULL")
            first: datetime | None = cursor.fetchone()[0]
            if first is None or first > at:
                return
            yield first
