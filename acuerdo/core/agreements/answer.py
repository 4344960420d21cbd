"""One case for `acuerdo clock`, answered: its clocks as plain data, times in the manual's zone (clocks.md part 10)."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.happenings import BadCase, Vocabulary, instant, read_happenings
from acuerdo.core.clocks import Clock, Segment, Terms, explain, fold, sentence
from acuerdo.core.clocks.target import decimal


def answer(case: Mapping[str, Any], agreement: Agreement) -> dict[str, Any]:
    """Give `{"clocks": […]}`: every cycle of every clock, with the stretches behind it (`segments`) and up to its deadline (`ahead`).

    Raises BadCase, Faults (the contract's) or IllegalLog (the events').
    """
    contract = case.get("contract") or {}
    if not isinstance(contract, Mapping):
        message = f"'contract' must be an object of overrides, not {contract!r}"
        raise BadCase(message)
    facts = case.get("facts") or {}
    if isinstance(facts, Mapping) and case.get("plan") is not None:
        facts = {**facts, "plan": case["plan"]}
    happenings = read_happenings(case.get("events"), facts, Vocabulary(agreement.facts, agreement.milestones))
    now = instant(case.get("now"), "'now'")
    terms = agreement.terms(contract)
    return {"clocks": [_clock(clock, terms, now, agreement.zone) for clock in fold(happenings, terms, now)]}


def _clock(clock: Clock, terms: Terms, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    explanation = explain(clock, terms, now)
    return {
        "id": clock.id,
        "cycle": clock.cycle,
        "kind": clock.kind.value,
        "target": str(clock.target),
        "printed": clock.promise.printed,
        "source": clock.promise.source,
        "calendar": clock.calendar.id,
        "started_at": _local(clock.started_at, zone),
        "due_at": _local(clock.due_at, zone),
        "due_if_resumed": _local(clock.due_if_resumed, zone),
        "stopped_at": _local(clock.stopped_at, zone),
        "state": clock.state.value,
        "elapsed": f"{decimal(Fraction(clock.elapsed))} {clock.target.unit.value}",
        "why": {language: sentence(explanation, language) for language in ("es", "en")},
        "segments": [_segment(segment, zone) for segment in explanation.segments],
        "ahead": [_segment(segment, zone) for segment in explanation.ahead],
    }


def _segment(segment: Segment, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "from": _local(segment.start, zone),
        "to": _local(segment.end, zone),
        "counts": segment.words,
        "amount": decimal(Fraction(segment.amount)),
        "total": decimal(Fraction(segment.total)),
    }


def _local(at: datetime | None, zone: ZoneInfo) -> str | None:
    return at.astimezone(zone).isoformat() if at else None
