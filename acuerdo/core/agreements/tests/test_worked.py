"""Every case worked by hand comes out exactly, clock by clock."""

import json
from pathlib import Path

import pytest

from acuerdo.core.agreements import answer
from acuerdo.core.agreements.tests.shipped import manual

CASES = [json.loads(line) for line in (Path(__file__).parent / "worked.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{place + 1} {case['manual']}: {case['name']}" for place, case in enumerate(CASES)])
def test_the_clocks_of_a_worked_case_are_those_worked_by_hand(case) -> None:
    clocks = answer(case, manual(case["manual"]))["clocks"]

    got = [{key: clock[key] for key in ("id", "cycle", "due_at", "state")} for clock in clocks]
    order = [(clock["id"], clock["cycle"]) for clock in case["expect"]]
    assert (
        sorted(got, key=lambda clock: order.index((clock["id"], clock["cycle"])) if (clock["id"], clock["cycle"]) in order else 99)
        == case["expect"]
    )


def test_what_a_case_expects_changes_no_answer() -> None:
    case = CASES[0]

    assert answer({**case, "expect": "nonsense"}, manual("proware")) == answer(case, manual("proware"))
