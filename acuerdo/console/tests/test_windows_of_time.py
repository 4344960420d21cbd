"""Between which instants a case is due: the board's columns, and the view that they open."""

from datetime import UTC, datetime

import pytest

from acuerdo.console.queries.due import Whose
from acuerdo.console.queries.moments import Window, local
from acuerdo.console.views.matrix import columns
from acuerdo.tickets.queries import agreement_for

pytestmark = pytest.mark.django_db


def test_after_the_last_hour_comes_the_next_day_on_which_the_desk_opens(open_case):
    sunday = datetime(2026, 11, 22, tzinfo=UTC).date()
    calendar = next(one for one in agreement_for(open_case()).calendars.values() if not one.hours_on(sunday))
    saturday_at_ten_at_night = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

    shown = columns(saturday_at_ten_at_night, calendar)

    assert [column.label for column in shown] == ["vencido", "22:00", "23:00", "lunes 23"]
    # Nothing falls between: what is due on the closed Sunday stands with Monday.
    assert [local(column.window.end).isoformat()[:16] for column in shown[1:]] == [
        "2026-11-21T23:00",
        "2026-11-22T00:00",
        "2026-11-24T00:00",
    ]


@pytest.mark.parametrize(
    "text", ["", "_", "2026-12-15T12:00", "2026-12-15T13:00_2026-12-15T12:00", "x_2026-12-15T12:00", "0001-01-01T00:00_x"]
)
def test_a_window_that_cannot_be_read_finds_nothing(signed_in, open_case, text):
    open_case()

    assert Window.read(text) is None
    assert signed_in.get("/console/", {"vence": text or "_"}).context["total"] == "0"


def test_a_window_is_written_as_it_is_read_and_said_in_words(signed_in):
    window = Window.read("2026-12-15T12:00_2026-12-15T13:00")

    assert str(window) == "2026-12-15T12:00_2026-12-15T13:00"
    assert window.words == "mar 15 dic, 12:00 a 13:00"
    assert "mar 15 dic, 12:00 a 13:00" in signed_in.get("/console/", {"vence": str(window)}).content.decode()


def test_cases_of_nobody_are_asked_for_by_level_too():
    assert Whose("responsable", "nadie", "n1").chosen == (("nivel", ("n1",)), ("responsable", ("nadie",)))
