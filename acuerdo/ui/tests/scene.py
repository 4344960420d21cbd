"""The scene of the drawings: Tuesday 15 December 2026, 12:00 in Bogotá, a case paused since the 9th."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from acuerdo.core.hours import Calendar, Opening
from acuerdo.ui.axis import ClockTimes, Part

BOGOTA = ZoneInfo("America/Bogota")
EMPRESARIAL = Calendar(
    "empresarial",
    "lun–sáb, 9:00–21:00",
    BOGOTA,
    tuple(Opening(day, 9 * 60, 21 * 60) for day in range(6)),
    {date(2026, 12, 8): "Inmaculada Concepción"},
)


def at(day: int, hour: int = 0, minute: int = 0, month: int = 12) -> datetime:
    """A local time of 2026 as its instant."""
    return datetime(2026, month, day, hour, minute, tzinfo=BOGOTA).astimezone(UTC)


NOW = at(15, 12)
UNTIL_THE_ANSWER = (
    Part(at(7, 20), at(7, 21), "open", "contó 1 h hábil"),
    Part(at(7, 21), at(8), "closed"),
    Part(at(8), at(9), "holiday", "Inmaculada Concepción"),
    Part(at(9), at(9, 9), "closed"),
)
RESPONSE = ClockTimes(EMPRESARIAL, UNTIL_THE_ANSWER, due=at(9, 14), stopped_at=at(9, 9), pin="Respondió Marcela")
PAUSE = Part(at(9, 9), NOW, "paused", "En pausa: espera al cliente")
SOLUTION = ClockTimes(EMPRESARIAL, (*UNTIL_THE_ANSWER, PAUSE), due_if_resumed=at(17, 11))
