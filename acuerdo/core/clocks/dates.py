"""Instants in words, in the calendar's zone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = {
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
DAY = {"es": "{weekday} {day}", "en": "{weekday} {day}"}
MONTH = {"es": "{day} de {month}", "en": "{day} {month}"}
YEAR = {"es": "{day} de {year}", "en": "{day} {year}"}
AT = {"es": "el {day} a {las} {time}", "en": "on {day} at {time}"}
ON = {"es": "el {day}", "en": "{day}"}
SINCE = {"es": "el {day} a {las} {time}", "en": "{day} at {time}"}
WITHIN = {"es": "el {day} de {start} a {end}", "en": "on {day} from {start} to {end}"}
ACROSS = {
    "es": "del {first} a {las} {start} al {last} a {las_end} {end}",
    "en": "from {first} at {start} to {last} at {end}",
}
BETWEEN = {
    "es": "entre el {first} a {las} {start} y el {last} a {las_end} {end}",
    "en": "between {first} at {start} and {last} at {end}",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """How one text writes its dates: with the month where it spans several, with years beside `now`'s."""

    zone: ZoneInfo
    language: str
    months: bool
    year: int

    def day(self, moment: date, *, full: bool = False) -> str:
        """Write a local date: "lunes 7", in full "lunes 7 de diciembre"."""
        words = DAY[self.language].format(weekday=WEEKDAYS[self.language][moment.weekday()], day=moment.day)
        if self.months or full or moment.year != self.year:
            words = MONTH[self.language].format(day=words, month=MONTHS[self.language][moment.month - 1])
        return YEAR[self.language].format(day=words, year=moment.year) if moment.year != self.year else words

    def on(self, moment: datetime) -> str:
        """Write a date as a subject: "el lunes 7", "Monday 7"."""
        return ON[self.language].format(day=self.day(moment.astimezone(self.zone)))

    def at(self, moment: datetime, *, full: bool = False) -> str:
        """Write an instant: "el lunes 7 a las 20:00"."""
        local = moment.astimezone(self.zone)
        return AT[self.language].format(day=self.day(local, full=full), las=las(local), time=clock(local))

    def since(self, moment: datetime) -> str:
        """Write an instant after "desde", "since": "el lunes 7 a las 20:00", "Monday 7 at 20:00"."""
        local = moment.astimezone(self.zone)
        return SINCE[self.language].format(day=self.day(local), las=las(local), time=clock(local))

    def span(self, start: datetime, end: datetime) -> str:
        """Write a span: "el lunes 7 de 20:00 a 21:00", "del lunes 7 a las 20:00 al martes 8 a las 9:00"."""
        first, last = start.astimezone(self.zone), end.astimezone(self.zone)
        if first.date() == last.date():
            day = self.day(first)
            return WITHIN[self.language].format(day=day, start=clock(first), end=clock(last))
        # Hours that close at midnight are of the day they close.
        if last == midnight_after(first):
            return WITHIN[self.language].format(day=self.day(first), start=clock(first), end="24:00")
        return self.ends(ACROSS, first, last)

    def between(self, start: datetime, end: datetime) -> str:
        """Write the bounds of several spans: "entre el lunes 7 a las 20:00 y el jueves 17 a las 9:00"."""
        return self.ends(BETWEEN, start.astimezone(self.zone), end.astimezone(self.zone))

    def ends(self, words: dict[str, str], first: datetime, last: datetime) -> str:
        """Fill a phrase of two local times."""
        return words[self.language].format(
            first=self.day(first), las=las(first), start=clock(first),
            last=self.day(last), las_end=las(last), end=clock(last),
        )  # fmt: skip


def clock(local: datetime) -> str:
    """Write a local time: "9:00", "14:05:30" when it has seconds."""
    seconds = f":{local.second:02}" if local.second else ""
    return f"{local.hour}:{local.minute:02}{seconds}"


def las(local: datetime) -> str:
    """Give the article of an hour in Spanish: one o'clock is singular."""
    return "la" if local.hour == 1 else "las"


def midnight_after(local: datetime) -> datetime:
    """Give the end of a local date."""
    return datetime.combine(local.date() + timedelta(1), datetime.min.time(), local.tzinfo)
