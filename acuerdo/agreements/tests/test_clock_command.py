"""`acuerdo clock`: a line in, a line out; a bad one says why, and the rest goes on."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.agreements.tests.shipped import COLOMBIA_2026

CASES = Path(__file__).parents[2] / "core" / "agreements" / "tests"
WORKED = CASES / "worked.jsonl"
#: Reckoned on paper from the texts of the manuals, before the engine was asked; the rules that each rests on are in its name.
RECKONED = CASES / "reckoned.jsonl"
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


@pytest.mark.parametrize("file", [WORKED, RECKONED], ids=["worked", "reckoned"])
def test_every_case_worked_by_hand_is_answered_exactly_with_the_library_s_holidays(monkeypatch, file) -> None:
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

    replies, status = run(monkeypatch, case=file)

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


def test_what_the_output_cannot_write_is_written_with_the_escapes_of_json(monkeypatch) -> None:
    """Half of a character, as JSON lets one write, must not end the answers to the cases that follow."""
    promise = {"at": "2026-05-04T11:00:00-05:00", "event": "promised", "clock": "planned", "date": "2026-05-17", "reason": "a"}
    moved = {**promise, "at": "2026-05-04T12:00:00-05:00", "date": "2026-05-19", "reason": "\ud800"}
    case = {
        "manual": "sgm",
        "facts": {"type": "incidente", "priority": "planeado"},
        "events": [{"at": "2026-05-04T10:00:00-05:00", "event": "opened"}, promise, moved],
        "now": "2026-05-04T13:00:00-05:00",
    }

    replies, status = run(monkeypatch, json.dumps(case).encode(), json.dumps(CASE).encode())

    assert status == 0
    assert [clock["id"] for reply in replies for clock in reply["clocks"]] == ["planned", "first_response", "resolution"]


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
