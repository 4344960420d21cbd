"""Who hears what over the live stream, and when it ends."""

import asyncio
import time
from collections import deque

from acuerdo.desks.queries import in_desk
from acuerdo.live import stream as streams
from acuerdo.live import tokens
from acuerdo.live.hub import AGAIN, END, KEPT, WAITING, Hub, Listener
from acuerdo.live.tell import end_streams, tell
from acuerdo.live.tests.browsers import DESK, OTHER


def test_the_desks_people_hear_of_every_case(browser):
    assert browser().hear(until=[lambda: tell("tickets", "ticket-7", "person-0")]) == [200, "tickets", "ticket-7"]


def test_a_customer_hears_of_no_case(browser):
    diana = browser("customer")

    assert diana.hear(until=[lambda: tell("tickets", "ticket-7", f"person-{diana.person.pk}")]) == [200, f"person-{diana.person.pk}"]


def test_what_changed_between_a_pages_drawing_and_its_stream_is_not_missed(browser):
    assert browser().hear(before=[lambda: tell("tickets", "person-0", "ticket-7")]) == [200, "tickets", "ticket-7"]


def test_a_page_drawn_before_the_server_listened_fetches_everything(browser):
    mine = browser()

    assert mine.hear(since=time.time() + 1) == [200, AGAIN]


def test_what_was_said_long_before_a_page_was_drawn_is_not_said_again():
    hub, now = Hub(), time.time()
    hub.since = now - 3600
    hub.said["a"] = deque([(now - 600, "tickets"), (now - 1, "ticket-7"), (now, "ticket-7")])

    assert hub.missed(tokens.Ticket("a", 1, "", ("tickets", "ticket-*"), at=now)) == ["ticket-7"]
    assert hub.missed(tokens.Ticket("b", 1, "", ("tickets",), at=now)) == []


def test_where_more_was_said_than_is_kept_a_page_fetches_everything():
    hub, now = Hub(), time.time()
    hub.since = now - 3600
    hub.said["a"] = deque([(now, "tickets")] * KEPT, maxlen=KEPT)

    assert hub.missed(tokens.Ticket("a", 1, "", ("tickets",), at=now)) == [AGAIN]


def test_another_desks_news_are_not_heard(browser):
    def elsewhere():
        with in_desk(OTHER):
            tell("tickets")

    assert browser().hear(until=[elsewhere]) == [200]


def test_signing_out_ends_the_sessions_stream_and_no_other(browser):
    mine = browser()
    out = lambda: end_streams(session=tokens.fingerprint(mine.session.session_key))  # noqa: E731

    assert mine.hear(until=[out, lambda: tell("tickets")]) == [200, END]
    assert browser().hear(until=[out]) == [200]


def test_a_change_of_rights_ends_all_of_a_persons_streams(browser):
    mine = browser()

    assert mine.hear(until=[lambda: end_streams(person=mine.person.pk)]) == [200, END]


def test_a_stream_ends_when_its_token_would(browser, monkeypatch):
    monkeypatch.setattr(streams, "LASTS", 0.05)

    assert browser().hear(to_its_end=True) == [200]


def test_nothing_pushes_an_end_out_of_a_stream_that_reads_slowly():
    listener = Listener(tokens.Ticket(DESK, 1, "", ("*",)))
    for number in range(WAITING + 1):
        listener.put(f"ticket-{number}")
    assert asyncio.run(listener.heard(within=0)) == [AGAIN]
    for number in range(WAITING):
        listener.put(f"ticket-{number}")
    listener.put(END)
    for number in range(2 * WAITING):
        listener.put(f"ticket-{number}")

    assert asyncio.run(listener.heard(within=0)) == [END]
    assert asyncio.run(listener.heard(within=0)) == []
