"""Hard cases for sentences of clocks.md, in the form of the command line, worked out by hand."""

from typing import Any

import pytest

from acuerdo.core.agreements import BadCase, Faults, answer
from acuerdo.core.agreements.tests.shipped import manual


def at(day: str, event: str, **more: Any) -> dict[str, Any]:
    return {"at": f"2026-{day}:00-05:00", "event": event, **more}


def told(name: str, facts: dict[str, str], *events: dict[str, Any], now: str, **more: Any) -> list[str]:
    """Write each clock as "resolution 1 running 03-17T10:00:00", "–" for no deadline."""
    case = {"manual": name, "facts": facts, "events": list(events), "now": f"2026-{now}:00-05:00", **more}
    clocks = answer(case, manual(name))["clocks"]
    return [f"{c['id']} {c['cycle']} {c['state']} {(c['due_at'] or '–')[5:19] or '–'}" for c in clocks]


P1 = {"type": "incidente", "impact": "alta", "urgency": "alta", "priority": "p1"}


def test_before_its_opening_a_case_has_no_clocks() -> None:
    assert told("sgm", {"type": "incidente", "priority": "critica"}, at("03-20T10:00", "opened"), now="03-20T09:59") == []


def test_p1_on_saas_runs_through_the_night_and_on_premise_waits_for_the_desk() -> None:
    opened = at("03-20T22:00", "opened")

    assert told("digitalware", P1, opened, now="03-20T22:00", plan="saas") == ["restoration 1 running 03-21T02:00:00"]
    # Monday 23 March is a holiday: four business hours from Tuesday 7:30.
    assert told("digitalware", P1, opened, now="03-20T22:00", plan="on-premise") == ["restoration 1 running 03-24T11:30:00"]


def test_reaching_a_deadline_with_the_sign_is_late_to_the_second_and_without_it_is_in_time() -> None:
    strict = told(
        "proware", {"type": "incidente", "priority": "critico"},
        at("03-16T09:00", "opened"), at("03-16T11:00", "responded"), now="03-16T11:00", plan="innovador",
    )  # fmt: skip
    plain = told(
        "sgm", {"type": "incidente", "priority": "critica"}, at("03-16T09:00", "opened"), at("03-16T09:30", "responded"), now="03-16T09:30"
    )

    assert strict[0] == "first_response 1 breached 03-16T11:00:00"
    assert plain == ["first_response 1 met 03-16T09:30:00"]


def test_a_window_that_is_answered_at_its_last_second_is_over() -> None:
    facts = {"type": "incidente", "priority": "baja"}
    events = (at("03-16T09:00", "opened"), at("03-16T10:00", "resolved"))

    late = told("sgm", facts, *events, at("03-17T10:00", "customer_wrote"), now="03-17T10:00")
    early = told("sgm", facts, *events, at("03-17T09:59", "customer_wrote"), now="03-17T10:00")

    assert "reminder 1 elapsed 03-17T10:00:00" in late
    assert "reminder 1 answered 03-17T10:00:00" in early
    assert "auto_close 1 answered 03-19T10:00:00" in late


def test_a_promised_day_is_kept_until_the_desk_closes_and_no_pause_moves_it() -> None:
    events = (
        at("03-16T09:00", "opened"),
        at("03-16T10:00", "promised", clock="committed_solution", date="2026-03-20"),
        at("03-17T10:00", "status", status="waiting_customer"),
        at("03-18T10:00", "promised", clock="committed_solution", date="2026-03-24"),
    )
    facts = {"type": "incidente", "impact": "baja", "urgency": "baja"}

    assert told("digitalware", facts, *events[:3], now="03-17T12:00", plan="saas")[-1] == "committed_solution 1 running 03-20T18:00:00"
    assert told("digitalware", facts, *events, now="03-18T12:00", plan="saas")[-1] == "committed_solution 1 running 03-24T18:00:00"


def test_a_date_promised_on_a_clock_that_is_owed_a_time_starts_nothing() -> None:
    events = (at("03-16T09:00", "opened"), at("03-16T10:00", "promised", clock="reminder", date="2026-03-20"))

    assert told("sgm", {"type": "incidente", "priority": "baja"}, *events, now="03-16T12:00") == ["first_response 1 running 03-19T09:00:00"]


def test_other_terms_may_name_a_version_alone_or_another_plan() -> None:
    opened = at("03-16T16:00", "opened")
    facts = {"type": "incidente", "priority": "critico"}
    other = at("03-16T16:30", "terms", version="2026.1", plan="premium-plus", reason="ampliación")

    assert told("proware", facts, opened, other, now="03-16T16:30", plan="innovador") == [
        "first_response 1 running 03-16T17:00:00",
        "resolution 1 running 03-16T20:00:00",
    ]
    assert len(told("proware", facts, opened, at("03-16T16:30", "terms", version="2026.1"), now="03-16T16:30", plan="innovador")) == 2


def test_a_contract_gives_soporte_its_times_and_may_exchange_a_calendar() -> None:
    opened = at("03-21T10:00", "opened")  # a Saturday before a holiday
    contract = {"targets": [{"clock": "resolution", "rows": "severity", "s1": "4 business hours"}]}
    facts = {"type": "incidente", "severity": "s1"}

    def run(**more: Any) -> list[str]:
        return told("soporte", facts, opened, now="03-21T10:00", plan="12x5", contract={**contract, **more})

    assert run() == ["resolution 1 running 03-24T12:00:00"]
    assert run(calendar="cobertura-24x7") == ["resolution 1 running 03-21T14:00:00"]


@pytest.mark.parametrize(
    "contract",
    [
        {"targets": [{"clock": "resolution", "rows": "severity", "s9": "4 hours"}]},
        {"targets": [{"clock": "resolution", "rows": "severity", "s1": "4 horas"}]},
        {"targets": [{"clock": "solution", "target": "4 hours"}]},
        {"calendar": "nocturno"},
        {"channels": ["fax"]},
        {"availability": "alta"},
        {"availability": float("nan")},
        {"penalty": 3},
    ],
)
def test_a_contract_that_cannot_be_meant_is_refused_with_what_would_be_right(contract: dict[str, Any]) -> None:
    with pytest.raises(Faults, match="contract:1: "):
        told("soporte", {}, at("03-16T09:00", "opened"), now="03-16T09:00", contract=contract)


def test_a_contract_that_is_no_object_is_refused() -> None:
    with pytest.raises(BadCase, match="'contract' must be an object"):
        told("soporte", {}, at("03-16T09:00", "opened"), now="03-16T09:00", contract=["x"])
