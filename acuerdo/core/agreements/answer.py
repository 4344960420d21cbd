"""One case for `acuerdo clock`, answered: its clocks as plain data, times in the manual's zone (clocks.md part 10)."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.happenings import BadCase, Vocabulary, instant, read_happenings
from acuerdo.core.clocks import NO_MOVES, Clock, Move, Moves, Segment, Terms, explain, fold, moves, sentence
from acuerdo.core.clocks.target import decimal


def answer(case: Mapping[str, Any], agreement: Agreement) -> dict[str, Any]:
    """Give `{"clocks": […]}`: every cycle of every clock, with the stretches behind it (`segments`) and up to its deadline (`ahead`).

    Raises BadCase, Faults (the contract's) or IllegalLog (the events').
    """
    contract = {} if case.get("contract") is None else case["contract"]
    if not isinstance(contract, Mapping):
        message = f"'contract' must be an object of overrides, not {contract!r}"
        raise BadCase(message)
    facts = {} if case.get("facts") is None else case["facts"]
    if isinstance(facts, Mapping) and case.get("plan") is not None:
        facts = {**facts, "plan": case["plan"]}
    happenings = read_happenings(case.get("events"), facts, Vocabulary(agreement.facts, agreement.milestones))
    now = instant(case.get("now"), "'now'")
    terms = agreement.terms(contract)
    moved = moves(happenings, terms, now)
    return {"clocks": [as_data(clock, terms, now, agreement.zone, moved) for clock in fold(happenings, terms, now)]}


def as_data(clock: Clock, terms: Terms, now: datetime, zone: ZoneInfo, moved: Moves = NO_MOVES) -> dict[str, Any]:
    """Give one clock as plain data, with what it counted and why, and how its deadline moved."""
    explanation = explain(clock, terms, now, moved)
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
        "moves": [_move(move, zone) for move in explanation.moves],
        "why": {language: sentence(explanation, language) for language in ("es", "en")},
        "segments": [_segment(segment, zone) for segment in explanation.segments],
        "ahead": [_segment(segment, zone) for segment in explanation.ahead],
    }


def _move(move: Move, zone: ZoneInfo) -> dict[str, Any]:
    """Write a move of the deadline: when it was moved, from and to when, by what, and the pause or the reason."""
    return {
        "at": _local(move.at, zone),
        "from": _local(move.before, zone),
        "to": _local(move.after, zone),
        "why": move.why.value,
        "reason": move.label,
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
