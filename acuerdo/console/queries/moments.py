"""Stretches of time as an address names them, in the desk's own time: `2026-12-15T12:00_2026-12-15T13:00`."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.ui.moments import clock_time, short

BETWEEN = "_"
WRITTEN = "%Y-%m-%dT%H:%M"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` (None: since ever) up to, but not including, `end`. Aware instants."""

    start: datetime | None
    end: datetime

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read it from an address; None where it is none."""
        begins, _between, ends = text.partition(BETWEEN)
        end, start = minute(ends), minute(begins)
        if end is None or (begins and start is None) or (start and start >= end):
            return None
        return cls(start, end)

    def __str__(self) -> str:
        """As `read` reads it; minutes are all it keeps."""
        return f"{written(self.start) if self.start else ''}{BETWEEN}{written(self.end)}"

    def keys(self, now: datetime) -> dict[str, int]:
        """Give the bounds of the queue's key, in seconds since 1970: without a beginning late ones too, else what is still ahead."""
        bounds = {"place_key__lt": int(self.end.timestamp())}
        return bounds if self.start is None else {**bounds, "place_key__gte": int(max(self.start, now).timestamp())}

    @property
    def words(self) -> str:
        """«hoy, 12:00 a 13:00», «antes de mañana, 0:00»."""
        now = timezone.now()
        if self.start is None:
            return _("antes de %(end)s") % {"end": short(self.end, now, zone())}
        same = self.end - self.start <= DAY and local(self.end - timedelta(minutes=1)).date() == local(self.start).date()
        end = ("24:00" if local(self.end).date() != local(self.start).date() else clock_time(self.end, zone())) if same else ""
        return _("%(start)s a %(end)s") % {"start": short(self.start, now, zone()), "end": end or short(self.end, now, zone())}


def zone() -> ZoneInfo:
    """Where the desk is."""
    return ZoneInfo(settings.TIME_ZONE)


def local(instant: datetime) -> datetime:
    """An instant where the desk is."""
    return instant.astimezone(zone())


def minute(text: str) -> datetime | None:
    """Read a local minute; None where it is none."""
    try:
        return datetime.strptime(text, WRITTEN).replace(tzinfo=zone()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def written(instant: datetime) -> str:
    """Write it as a local minute."""
    return local(instant).replace(tzinfo=None).isoformat(timespec="minutes")


def midnight(instant: datetime) -> datetime:
    """The beginning of the local day of an instant."""
    return local(instant).replace(hour=0, minute=0, second=0, microsecond=0)
