"""The action: one click is one rating."""

import pytest

from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.satisfaction.actions.rate import AlreadyCommented, NothingToRate, rate
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Clock


@pytest.fixture
def say(closed, closing, diana, now):
    def rated(value, comment="", at_closing=None):
        by = Actor("contact", diana.pk, diana.name)
        return rate(closed.pk, at_closing or closing, value, comment=comment, by=by, at=now)

    return rated


def events():
    return [event.facts for event in Event.objects.filter(kind="ticket.rated").order_by("pk")]


def test_one_click_is_recorded_once(say, closing):
    say("bueno")
    say("bueno")

    assert Rating.objects.get().value == "bueno"
    assert events() == [{"closing": closing, "value": "bueno", "commented": False}]


def test_a_later_click_changes_it_and_both_stay_in_the_log(say):
    say("bueno")
    say("malo")

    assert Rating.objects.get().value == "malo"
    assert [(fact["value"], fact.get("before")) for fact in events()] == [("bueno", None), ("malo", "bueno")]


def test_a_comment_comes_after_the_click_and_then_it_is_final(say):
    say("aceptable")
    say("aceptable", "Tardaron en llamar.")

    with pytest.raises(AlreadyCommented):
        say("bueno")
    assert Rating.objects.get().comment == "Tardaron en llamar."


def test_the_same_comment_sent_twice_is_one(say):
    say("malo", "Nadie llamó.")
    say("malo", "Nadie llamó.")

    assert len(events()) == 1


def test_the_text_of_a_comment_is_not_in_the_log(say):
    say("malo", "Nadie llamó.")

    assert "Nadie" not in str(events())


@pytest.mark.parametrize("value", ["excelente", "", "bueno; drop table"])
def test_a_face_that_the_manual_does_not_have_is_refused(value, say):
    with pytest.raises(NothingToRate):
        say(value)


def test_an_event_that_is_no_closing_is_not_rated(say):
    with pytest.raises(NothingToRate):
        say("bueno", at_closing=1)


def test_a_rating_moves_no_clock(say, closed):
    before = list(Clock.objects.filter(ticket=closed).order_by("pk").values())
    say("bueno")

    assert list(Clock.objects.filter(ticket=closed).order_by("pk").values()) == before
