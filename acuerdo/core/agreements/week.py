"""A calendar's hours in words: «lunes a viernes, 9:00 a 17:00», "Monday to Friday, 9:00 to 17:00"."""

from collections.abc import Iterator, Mapping

from acuerdo.core.hours import Calendar

Hours = tuple[tuple[int, int], ...]

_DAYS = {
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_TO = {"es": " a ", "en": " to "}
_AND = {"es": " y ", "en": " and "}
_ALWAYS = {"es": "todos los días, las 24 horas", "en": "every day, 24 hours"}
_CLOSED = {"es": "cerrado", "en": "closed"}
_DAY = 1_440


def week_in_words(calendar: Calendar, language: str) -> str:
    """Write days and hours; days with the same hours together."""
    if calendar.always:
        return _ALWAYS[language]
    days = _DAYS[language]
    said = []
    for first, last, hours in _runs(_by_day(calendar)):
        name = days[first] if first == last else f"{days[first]}{_TO[language]}{days[last]}"
        said.append(f"{name}, {hours_in_words(hours, language)}")
    return "; ".join(said) or _CLOSED[language]


def opening_in_words(calendar: Calendar, language: str) -> str:
    """Write only the hours where every open day has the same, else days and hours."""
    alike = set(_by_day(calendar).values())
    return hours_in_words(alike.pop(), language) if len(alike) == 1 and not calendar.always else week_in_words(calendar, language)


def hours_in_words(hours: Hours, language: str) -> str:
    """Write the open times of one day; none is closed."""
    spans = [f"{_clock(opens)}{_TO[language]}{_clock(closes)}" for opens, closes in hours]
    return _AND[language].join(spans) or _CLOSED[language]


def _by_day(calendar: Calendar) -> Mapping[int, Hours]:
    """Give each open day, from Monday, its hours."""
    days: dict[int, Hours] = {}
    for opening in sorted(calendar.week):
        days[opening.day] = (*days.get(opening.day, ()), (opening.opens, opening.closes))
    return days


def _runs(days: Mapping[int, Hours]) -> Iterator[tuple[int, int, Hours]]:
    """Give the first and the last of each run of days with the same hours."""
    for first, hours in days.items():
        if days.get(first - 1) != hours:
            last = first
            while days.get(last + 1) == hours:
                last += 1
            yield first, last, hours


def _clock(minutes: int) -> str:
    """Write 9:00; midnight at the end of a day is 24:00, and past it the next morning's hour."""
    return f"{(minutes if minutes <= _DAY else minutes - _DAY) // 60}:{minutes % 60:02}"
