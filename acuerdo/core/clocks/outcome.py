"""How a clock stands, as the last sentence of its explanation."""

from acuerdo.core.clocks.amounts import amount_in_words, usual_day
from acuerdo.core.clocks.clock import Clock, State
from acuerdo.core.clocks.dates import Dates
from acuerdo.core.clocks.explain import Explanation
from acuerdo.core.clocks.phrases import OUTCOME, STATE_WORDS
from acuerdo.core.clocks.rule import Kind


def outcome(explanation: Explanation, dates: Dates, reader: str) -> str:
    """Say how it stands, how often a promised date was moved where its moves are not told apart, and what a person corrected."""
    clock, phrases = explanation.clock, OUTCOME[dates.language]
    told = [stands(explanation, dates, reader)]
    if clock.moves and not explanation.moves:
        told.append(phrases["moved_once" if clock.moves == 1 else "moved"].format(count=clock.moves))
    if clock.corrections:
        last = clock.corrections[-1]
        state = STATE_WORDS[dates.language][last.state]
        told.append(phrases["corrected"].format(state=state, reason=last.reason))
    return " ".join(told)


def stands(explanation: Explanation, dates: Dates, reader: str) -> str:
    """Say when it is due, or how it ended; as computed, before any correction."""
    clock = explanation.clock
    return OUTCOME[dates.language][outcome_of(clock, reader)].format(
        due=dates.at(explanation.deadline, full=True) if explanation.deadline else "",
        stopped=dates.at(clock.stopped_at) if clock.stopped_at else "",
        amount=amount_in_words(clock.remaining, explanation.unit, dates.language, usual_day(clock.calendar)),
    )


def outcome_of(clock: Clock, reader: str) -> str:
    """Choose the phrase for a state."""
    if clock.is_paused and clock.computed is not State.BREACHED and clock.due_at is None:
        return f"paused_{reader}" if clock.pauses[-1].cause == "waiting_customer" else "paused_other"
    if clock.kind is Kind.WINDOW:
        return "open_window" if clock.computed is State.RUNNING else clock.computed.value
    if clock.computed is State.BREACHED:
        return breach_of(clock)
    if clock.computed is State.MET and clock.remaining > 0:
        return "met_left"
    return clock.computed.value


def breach_of(clock: Clock) -> str:
    """Choose the phrase for a breach: still owed, done late, or never done."""
    if clock.is_live:
        return "breached"
    return "late_end" if clock.was_ended else "late"
