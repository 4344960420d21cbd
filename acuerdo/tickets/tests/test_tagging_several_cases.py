"""Tags given to several cases and taken from them: each keeps its others, is held once, and it is told how far it came."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from acuerdo.tickets.actions.tag import retag, tag
from acuerdo.tickets.tests.bulk import send
from acuerdo.tickets.tests.verbs import again
from acuerdo.tickets.views import several

pytestmark = pytest.mark.django_db


def test_tags_are_added_and_taken_away_and_each_case_keeps_its_others(signed_in, cases, by):
    tag(cases[0].pk, ["sede norte", "revisar"], by=by, at=timezone.now() - timedelta(hours=1))
    said = {"add": "Migración, red", "remove": "#revisar"}

    page = send(signed_in, cases[:2], "tag", **said)
    assert "Queda con las etiquetas migración, red, sede norte" in page.text
    send(signed_in, cases[:2], "tag", **said, confirmed="1", key="abc")

    assert [again(case).tags for case in cases] == [["migración", "red", "sede norte"], ["migración", "red"], []]


def test_each_case_is_held_once_and_how_far_it_came_is_not_noted_after_each(signed_in, cases, monkeypatch):
    monkeypatch.setattr(several, "TOLD", 3600)
    noted = []
    monkeypatch.setattr(several, "cache", Noting(noted))

    with CaptureQueriesContext(connection) as asked:
        send(signed_in, cases, "tag", add="red", remove="", confirmed="1", key="abc")

    assert [len(done) for done in noted] == [3]
    assert sum("FOR UPDATE" in each["sql"] for each in asked.captured_queries) == len(cases)


class Noting:
    """The cache, that says what was set."""

    def __init__(self, noted):
        self.noted = noted

    def __getattr__(self, name):
        return getattr(cache, name)

    def set(self, key, value, *rest):
        self.noted.append(list(value))
        cache.set(key, value, *rest)


def test_what_breaks_in_the_middle_leaves_word_of_how_far_it_came(signed_in, cases, monkeypatch):
    monkeypatch.setattr(several, "TOLD", 3600)
    noted = []
    monkeypatch.setattr(several, "cache", Noting(noted))

    def breaks(ticket_id, **more):
        if ticket_id == cases[1].pk:
            raise OSError
        return retag(ticket_id, **more)

    monkeypatch.setattr(several, "retag", breaks)
    with pytest.raises(OSError):
        send(signed_in, cases, "tag", add="red", remove="", confirmed="1", key="abc")

    assert [[line.number for line in done] for done in noted] == [[cases[0].number]]


def test_tags_that_a_case_has_already_change_nothing_and_no_tag_is_none(signed_in, cases, by):
    tag(cases[0].pk, ["red"], by=by, at=timezone.now() - timedelta(hours=1))

    page = send(signed_in, cases[:2], "tag", add="red", remove="")
    assert [each.changes for each in page.context["lines"]] == [False, True]
    assert "Escriba al menos una etiqueta" in send(signed_in, cases, "tag", add=" , #", remove="").text


def test_where_one_has_its_twenty_tags_only_that_one_is_refused(signed_in, cases, by):
    tag(cases[0].pk, [f"t{n}" for n in range(20)], by=by, at=timezone.now() - timedelta(hours=1))

    send(signed_in, cases[:2], "tag", add="red", remove="", confirmed="1", key="abc")

    assert (len(again(cases[0]).tags), again(cases[1]).tags) == (20, ["red"])
