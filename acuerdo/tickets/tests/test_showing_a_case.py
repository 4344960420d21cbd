"""`acuerdo case show`: what a case is made of, and how its deadlines came to be where they are."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.tests.other_manuals import FRIDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def classified(open_case, by):
    """A case that became critical an hour after it came, with a reason."""
    case = open_case(at=FRIDAY)
    classify(case.pk, {"priority": "critico"}, reason="Nadie puede trabajar", by=by, at=FRIDAY + timedelta(hours=1))
    return case


def shown(case, desk, **how) -> str:
    out = StringIO()
    call_command("case_show", case.number, desk=desk.schema_name, stdout=out, **how)
    return out.getvalue()


def test_each_clock_says_from_when_to_when_its_deadline_moved_and_why(classified, desk):
    lines = shown(classified, desk).splitlines()

    moves = [line for line in lines if "→" in line]
    assert moves
    assert all(line.startswith("    2026-11-20 16:00  ") and "Nadie puede trabajar" in line for line in moves)


def test_so_does_its_json(classified, desk):
    clocks = json.loads(shown(classified, desk, json=True))["clocks"]

    [move] = next(clock["moves"] for clock in clocks if clock["id"] == "first_response")
    assert (move["why"], move["label"]) == ("classified", "Nadie puede trabajar")
    assert move["after"] < move["before"]


def test_a_deadline_that_never_moved_has_no_moves(open_case, desk):
    case = open_case(at=FRIDAY)

    assert "→" not in shown(case, desk)
    assert all(clock["moves"] == [] for clock in json.loads(shown(case, desk, json=True))["clocks"])
