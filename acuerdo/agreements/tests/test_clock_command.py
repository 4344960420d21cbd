"""`acuerdo clock`: a line in, a line out; a bad one says why, and the rest goes on."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.agreements.tests.shipped import COLOMBIA_2026

WORKED = Path(__file__).parents[2] / "core" / "agreements" / "tests" / "worked.jsonl"
CASE = json.loads(WORKED.read_text(encoding="utf-8").splitlines()[0])


def run(monkeypatch, *lines: bytes, **options):
    """Give the replies to these lines of standard input, and the exit status."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))
    out, status = io.StringIO(), 0
    try:
        call_command("clock", stdout=out, **options)
    except SystemExit as stopped:
        status = stopped.code
    return [json.loads(line) for line in out.getvalue().splitlines()], status


def test_every_worked_case_is_answered_exactly_with_the_library_s_holidays(monkeypatch) -> None:
    cases = [json.loads(line) for line in WORKED.read_text(encoding="utf-8").splitlines()]

    replies, status = run(monkeypatch, case=WORKED)

    assert status == 0
    for case, reply in zip(cases, replies, strict=True):
        got = [{key: clock[key] for key in ("id", "cycle", "due_at", "state")} for clock in reply["clocks"]]
        assert sorted(got, key=str) == sorted(case["expect"], key=str), case["name"]


def test_a_bad_line_is_answered_in_its_place_and_ends_with_status_1(monkeypatch) -> None:
    good = json.dumps(CASE).encode()

    replies, status = run(monkeypatch, good, b"{", b"", b"[]", b'{"manual": "prowar"}', b"\xff", good)

    assert status == 1
    assert ["error" in reply for reply in replies] == [False, True, True, True, True, False]
    assert "'prowar' is not a manual; there are: digitalware, interwapp, proware, sgm, soporte" in replies[3]["error"]


def test_good_cases_alone_end_with_status_0(monkeypatch) -> None:
    assert run(monkeypatch, json.dumps(CASE).encode())[1] == 0


def test_a_file_may_hold_one_case_over_several_lines(monkeypatch, tmp_path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE, indent=2), encoding="utf-8")

    (reply,), status = run(monkeypatch, case=file)

    assert (status, reply["clocks"][0]["id"]) == (0, "first_response")


def test_a_file_that_is_not_there_is_said_so(tmp_path) -> None:
    with pytest.raises(CommandError, match=r"nada\.jsonl"):
        call_command("clock", case=tmp_path / "nada.jsonl")


def test_the_library_gives_colombia_s_holidays_of_2026_by_their_spanish_names() -> None:
    assert holidays_of("CO", range(2026, 2027)) == COLOMBIA_2026


def test_a_moved_monday_is_right_in_other_years_too() -> None:
    names = holidays_of("CO", range(2025, 2028))

    assert {str(day): name for day, name in names.items() if "San José" in name} == {
        "2025-03-24": "Día de San José",
        "2026-03-23": "Día de San José",
        "2027-03-22": "Día de San José",
    }
