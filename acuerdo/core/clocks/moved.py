"""The moves of a deadline in a sentence."""

from collections.abc import Sequence

from acuerdo.core.clocks.dates import Dates
from acuerdo.core.clocks.moves import Move, Why
from acuerdo.core.clocks.phrases import MOVED, MOVED_BY, WHY

#: More than so many are counted, and only the last is explained.
TOLD = 2


def moved(moves: Sequence[Move], dates: Dates, reader: str) -> str:
    """Say from when to when a deadline moved, and why; nothing of one that never did."""
    if not moves:
        return ""
    phrase = "once" if len(moves) == 1 else "twice" if len(moves) == TOLD else "many"
    return MOVED[dates.language][phrase].format(
        count=len(moves),
        before=dates.since(moves[0].before),
        between=dates.since(moves[0].after),
        after=dates.since(moves[-1].after),
        why=because(moves[0 if phrase == "twice" else -1], dates, reader),
        last=because(moves[-1], dates, reader),
    )


def because(move: Move, dates: Dates, reader: str) -> str:
    """Say why it moved; the reason that a colleague wrote is for the desk alone."""
    if move.why is Why.PAUSED:
        told = WHY[dates.language][reader]
        return told.get(move.label, told[""])[1]
    said = MOVED_BY[dates.language][move.why]
    return f"{said} ({move.label})" if move.label and reader == "desk" else said
