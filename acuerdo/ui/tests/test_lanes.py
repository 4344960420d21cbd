"""Clocks drawn on their axis."""

from dataclasses import replace

import pytest

from acuerdo.ui.axis import ClockTimes, Part, axis
from acuerdo.ui.components import Lane, LaneSegment
from acuerdo.ui.lanes import lane, lanes
from acuerdo.ui.tests.scene import BOGOTA, EMPRESARIAL, NOW, RESPONSE, SOLUTION, at


def kinds(drawn: Lane) -> list[str]:
    return [segment.kind for segment in drawn.segments]


def test_a_clock_that_was_met_shows_what_counted_and_what_was_not_needed() -> None:
    _, (met, _) = lanes((RESPONSE, SOLUTION), NOW, BOGOTA)

    assert kinds(met) == ["off", "run", "fest", "spare"]
    assert met.due_at is not None and met.done_at is not None and met.due_at > met.done_at
    assert met.due_if is None


def test_a_paused_clock_has_no_deadline_but_the_one_it_would_have_if_it_resumed_now() -> None:
    _, (_, paused) = lanes((RESPONSE, SOLUTION), NOW, BOGOTA)

    assert kinds(paused) == ["off", "run", "fest", "rest", "if", "if", "if"]
    assert paused.due_at is None
    assert paused.due_if == pytest.approx(paused.segments[-1].left + paused.segments[-1].width)


def test_the_pause_says_whom_it_waits_for_where_there_is_room() -> None:
    _, (_, paused) = lanes((RESPONSE, SOLUTION), NOW, BOGOTA)
    rest = next(segment for segment in paused.segments if segment.kind == "rest")

    assert rest.label == "En pausa: espera al cliente"
    assert rest.title == "mié 9 dic, 9:00 – mar 15 dic, 12:00 · En pausa: espera al cliente"


def test_a_short_pause_keeps_its_words_for_the_hover() -> None:
    short = Part(at(15, 11), NOW, "paused", "En pausa: espera al cliente")
    clock = replace(SOLUTION, parts=(*SOLUTION.parts[:-1], Part(at(9, 9), at(15, 11), "open"), short))

    _, (drawn,) = lanes((clock,), NOW, BOGOTA)

    rest = next(segment for segment in drawn.segments if segment.kind == "rest")
    assert rest.label == ""
    assert "espera al cliente" in rest.title


def test_a_running_clock_counts_to_now_and_outlines_the_rest_up_to_its_deadline() -> None:
    counted = (Part(at(14, 19, 12), at(14, 21), "open"), Part(at(14, 21), at(15, 9), "closed"), Part(at(15, 9), NOW, "open"))
    clock = ClockTimes(EMPRESARIAL, counted, due=at(15, 13, 12))

    _, (drawn,) = lanes((clock,), NOW, BOGOTA)

    assert kinds(drawn) == ["off", "run", "run", "todo"]
    assert drawn.segments[-1].left == pytest.approx(drawn.now_at or 0)
    assert drawn.segments[-1].left + drawn.segments[-1].width == pytest.approx(drawn.due_at or 0)


def test_what_runs_on_after_the_deadline_is_drawn_as_late() -> None:
    clock = ClockTimes(EMPRESARIAL, (Part(at(15, 9), NOW, "open"),), due=at(15, 10))

    _, (drawn,) = lanes((clock,), NOW, BOGOTA)

    assert kinds(drawn) == ["off", "run", "over"]
    assert drawn.segments[2].left == pytest.approx(drawn.due_at or 0)


def test_an_explanation_that_runs_on_to_the_deadline_is_drawn_no_further_than_now() -> None:
    clock = ClockTimes(EMPRESARIAL, (Part(at(15, 9), at(15, 15), "open"),), due=at(15, 15))

    _, (drawn,) = lanes((clock,), NOW, BOGOTA)

    assert kinds(drawn) == ["off", "run", "todo"]


def test_a_clock_that_stopped_as_it_began_draws_nothing_but_its_disc() -> None:
    clock = ClockTimes(EMPRESARIAL, (Part(at(9, 9), at(9, 9), "closed"),), stopped_at=at(9, 9))

    drawn = lane(clock, axis((clock,), NOW, BOGOTA), NOW, BOGOTA)

    assert drawn.segments == ()
    assert drawn.done_at is not None


def test_no_clocks_draw_nothing() -> None:
    assert lanes((), NOW, BOGOTA) == ((), ())


@pytest.mark.parametrize(("due", "begins", "side"), [(24.0, 8.0, "after"), (90.0, 60.0, "before"), (90.0, 8.0, "")])
def test_a_sentence_stands_where_it_has_room(due: float, begins: float, side: str) -> None:
    drawn = Lane((LaneSegment("run", begins, 5),), due_at=due, pin_text="Respondió Marcela")

    assert drawn.pin_side == side
