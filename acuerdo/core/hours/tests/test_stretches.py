"""What a span of time was, as an explanation tells it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from acuerdo.core.hours import Calendar, Opening, open_spans, stretches

BOGOTA = ZoneInfo("America/Bogota")
EMPRESARIAL = Calendar(
    "empresarial",
    "Lunes a sábado, 9 a 21",
    BOGOTA,
    tuple(Opening(day, 540, 1_260) for day in range(6)),
    holidays={date(2026, 12, 8): "Inmaculada Concepción", date(2026, 12, 13): "Domingo festivo"},
)


def told(calendar: Calendar, start: datetime, end: datetime) -> list[tuple[str, str, str]]:
    return [
        (f"{s.start.astimezone(BOGOTA):%d %H:%M}", f"{s.end.astimezone(BOGOTA):%d %H:%M}", f"{s.kind} {s.name}".strip())
        for s in stretches(calendar, start.astimezone(UTC), end.astimezone(UTC))
    ]


def test_a_holiday_is_cut_out_of_the_night_at_its_midnights() -> None:
    start, end = datetime(2026, 12, 7, 20, tzinfo=BOGOTA), datetime(2026, 12, 9, 10, tzinfo=BOGOTA)

    assert told(EMPRESARIAL, start, end) == [
        ("07 20:00", "07 21:00", "open"),
        ("07 21:00", "08 00:00", "closed"),
        ("08 00:00", "09 00:00", "holiday Inmaculada Concepción"),
        ("09 00:00", "09 09:00", "closed"),
        ("09 09:00", "09 10:00", "open"),
    ]


def test_a_holiday_on_a_sunday_that_never_opens_is_simply_closed() -> None:
    start, end = datetime(2026, 12, 13, 8, tzinfo=BOGOTA), datetime(2026, 12, 13, 12, tzinfo=BOGOTA)

    assert told(EMPRESARIAL, start, end) == [("13 08:00", "13 12:00", "closed")]


def test_a_span_within_a_holiday_is_all_holiday() -> None:
    start, end = datetime(2026, 12, 8, 8, tzinfo=BOGOTA), datetime(2026, 12, 8, 12, tzinfo=BOGOTA)

    assert told(EMPRESARIAL, start, end) == [("08 08:00", "08 12:00", "holiday Inmaculada Concepción")]


def test_hours_that_touch_at_midnight_are_one_stretch() -> None:
    corrido = Calendar("6x24", "6x24", BOGOTA, tuple(Opening(day, 0, 1_440) for day in range(6)))
    start, end = datetime(2026, 12, 7, 20, tzinfo=BOGOTA), datetime(2026, 12, 13, 10, tzinfo=BOGOTA)

    assert told(corrido, start, end) == [("07 20:00", "13 00:00", "open"), ("13 00:00", "13 10:00", "closed")]


def test_no_time_has_no_stretches() -> None:
    start = datetime(2026, 12, 8, 8, tzinfo=BOGOTA)

    assert told(EMPRESARIAL, start, start) == []
    assert told(Calendar("continuo", "24x7", BOGOTA, always=True), start, start) == []


def test_what_is_open_is_the_same_asked_for_alone() -> None:
    for always in (False, True):
        calendar = replace(EMPRESARIAL, always=always)
        for hours in (0, 1, 5, 17, 40, 400):
            start = datetime(2026, 12, 7, 20, 30, tzinfo=UTC)
            end = start + timedelta(hours=hours)
            assert list(open_spans(calendar, start, end)) == [(s.start, s.end) for s in stretches(calendar, start, end) if s.kind == "open"]
