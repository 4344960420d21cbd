"""One case in, its clocks out; a case that cannot be meant is refused with what would be right."""

from datetime import datetime
from itertools import pairwise

import pytest

from acuerdo.core.agreements import answer
from acuerdo.core.agreements.tests.shipped import manual
from acuerdo.core.errors import Refusal

CASE = {
    "manual": "digitalware",
    "plan": "on-premise",
    "contract": {},
    "facts": {"type": "incidente", "impact": "alta", "urgency": "media"},
    "events": [
        {"at": "2026-11-20T16:00:00-05:00", "event": "opened"},
        {"at": "2026-11-20T16:30:00-05:00", "event": "status", "status": "waiting_customer"},
        {"at": "2026-11-23T09:00:00-05:00", "event": "status", "status": "in_progress"},
        {"at": "2026-11-23T09:05:00-05:00", "event": "classified", "facts": {"urgency": "alta"}},
    ],
    "now": "2026-11-23T10:00:00-05:00",
}


def test_the_case_of_the_design_is_answered_as_the_design_says() -> None:
    (clock,) = answer(CASE, manual("digitalware"))["clocks"]

    wanted = {
        "id": "attention",
        "cycle": 1,
        "target": "8 business hours",
        "calendar": "mesa",
        "started_at": "2026-11-20T16:00:00-05:00",
        "due_at": "2026-11-23T16:30:00-05:00",
        "stopped_at": None,
        "state": "running",
        "elapsed": "1.5 business hours",
    }
    assert {key: clock[key] for key in wanted} == wanted


def test_the_segments_lead_without_a_gap_from_the_start_to_now() -> None:
    (clock,) = answer(CASE, manual("digitalware"))["clocks"]
    segments = clock["segments"]

    assert segments[0]["from"] == clock["started_at"]
    assert segments[-1]["to"] == CASE["now"]
    assert all(before["to"] == after["from"] for before, after in pairwise(segments))
    assert [(each["counts"], each["amount"]) for each in segments if each["counts"] != "open"] == [("paused: waiting_customer", "0")]
    assert segments[-1]["total"] == "1.5"


def test_a_paused_clock_has_no_deadline_but_the_one_it_would_have_now() -> None:
    case = {**CASE, "events": CASE["events"][:2], "now": "2026-11-23T09:00:00-05:00"}
    (clock,) = answer(case, manual("digitalware"))["clocks"]

    assert (clock["state"], clock["due_at"]) == ("paused", None)
    assert datetime.fromisoformat(clock["due_if_resumed"]) > datetime.fromisoformat(case["now"])


def test_times_come_back_in_the_manual_s_offset_whatever_the_case_s() -> None:
    case = {**CASE, "events": [{"at": "2026-11-20T21:00:00Z", "event": "opened"}], "now": "2026-11-20T22:00:00+01:00"}

    (clock,) = answer(case, manual("digitalware"))["clocks"]

    assert clock["started_at"] == "2026-11-20T16:00:00-05:00"


def test_a_contract_in_the_case_sets_what_the_manual_leaves_open() -> None:
    contract = {"targets": [{"clock": "resolution", "severity": "s1", "target": "4 hours"}]}
    case = {"plan": "12x5", "contract": contract, "facts": {"severity": "s1"}, "events": CASE["events"][:1], "now": CASE["now"]}

    (clock,) = answer(case, manual("soporte"))["clocks"]

    assert (clock["id"], clock["due_at"]) == ("resolution", "2026-11-20T20:00:00-05:00")


def test_a_promised_date_is_a_clock_and_moving_it_keeps_it_one() -> None:
    opened = CASE["events"][0]
    events = [
        opened,
        {"at": "2026-11-20T17:00:00-05:00", "event": "promised", "clock": "committed_solution", "date": "2026-11-25"},
        {"at": "2026-11-21T17:00:00-05:00", "event": "promised", "clock": "committed_solution", "date": "2026-11-27", "reason": "pruebas"},
    ]
    clocks = answer({**CASE, "facts": {"type": "requerimiento"}, "events": events}, manual("digitalware"))["clocks"]

    assert [(clock["id"], clock["due_at"]) for clock in clocks] == [("committed_solution", "2026-11-27T18:00:00-05:00")]


BAD = {
    "no events": ({"events": []}, "'events' must be a list"),
    "a time without an offset": ({"now": "2026-11-23T10:00:00"}, "'now' must be a time with its offset"),
    "no now": ({"now": None}, "'now' must be a time with its offset"),
    "a year in which no case is kept": ({"now": "9999-12-31T23:59:59-05:00"}, "'now' must lie between 1970 and 2100"),
    "an unknown plan": ({"plan": "onpremise"}, "did you mean 'on-premise'?"),
    "an unknown fact": ({"facts": {"urgencia": "alta"}}, "'urgencia' is not a fact of this manual"),
    "an unknown value": ({"facts": {"urgency": "altísima"}}, "did you mean 'alta'?"),
    "facts that are none": ({"facts": ["alta"]}, "'facts' must be an object"),
    "no facts but a list of none": ({"facts": []}, "'facts' must be an object"),
    "no contract but a list of none": ({"contract": []}, "'contract' must be an object"),
    "digits of another script": (
        {"contract": {"targets": [{"clock": "attention", "target": "٣ hours"}]}},
        "'٣ hours' is not a time",
    ),
    "a contract that is none": ({"contract": ["x"]}, "'contract' must be an object"),
    "an event that is none": ({"events": ["opened"]}, "event 1 must be an object"),
    "an unknown event": ({"events": [{**CASE["events"][0], "event": "open"}]}, "did you mean 'opened'?"),
    "a key that an event does not have": (
        {"events": [{**CASE["events"][0], "status": "new"}]},
        "'status' is not something that 'opened' says",
    ),
    "an unknown status": ({"events": [CASE["events"][0], {**CASE["events"][1], "status": "waiting"}]}, "is not a status (event 2)"),
    "a status event without status": ({"events": [CASE["events"][0], {"at": CASE["now"], "event": "status"}]}, "'status' needs 'status'"),
    "a number where a text belongs": ({"events": [{**CASE["events"][0], "reason": 5}]}, "'reason' of event 1 must be a text"),
    "an event before the opening": ({"events": [CASE["events"][1]]}, "event"),
    "two openings": ({"events": [CASE["events"][0]] * 2}, "event"),
    "a time that goes back": ({"events": [CASE["events"][0], CASE["events"][3], CASE["events"][1]]}, "event"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_case_is_refused_and_says_why(bad) -> None:
    change, said = BAD[bad]

    with pytest.raises(Refusal) as refused:
        answer({**CASE, **change}, manual("digitalware"))

    assert said in str(refused.value)
