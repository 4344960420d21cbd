"""An explanation in a few sentences that a customer understands."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from acuerdo.core.clocks.amounts import AND, amount_in_words, target_in_words, usual_day
from acuerdo.core.clocks.clock import Amount
from acuerdo.core.clocks.dates import Dates
from acuerdo.core.clocks.explain import Explanation, Segment, SegmentKind
from acuerdo.core.clocks.moved import moved
from acuerdo.core.clocks.outcome import outcome
from acuerdo.core.clocks.phrases import COUNTED, HOLIDAY, PAUSE, QUOTES, WHY

STANDING = {SegmentKind.PAUSED, SegmentKind.STOPPED}
#: More than so many of a kind are counted instead of listed.
LISTED = 2


def sentence(explanation: Explanation, language: str, reader: str = "customer") -> str:
    """Tell in "es" or "en" what was promised, what has counted and what not, and how it stands.

    `reader` is "customer" (usted) or "desk". KeyError for another language or reader.
    """
    dates = dates_for(explanation, language)
    left_out = listed(list(not_counted(explanation, dates, reader)), language, comma=";")
    told = "; ".join(filter(None, [counted(explanation, dates), left_out]))
    said = [promised(explanation, language), f"{told}.", moved(explanation.moves, dates, reader), outcome(explanation, dates, reader)]
    return " ".join(filter(None, said))


def dates_for(explanation: Explanation, language: str) -> Dates:
    """Write months only where the text spans several."""
    clock, zone = explanation.clock, explanation.clock.calendar.zone
    ends = [clock.counts_from, explanation.now, explanation.deadline or explanation.now]
    ends += [moment for move in explanation.moves for moment in (move.before, move.after)]
    months = {moment.astimezone(zone).strftime("%Y-%m") for moment in ends}
    return Dates(zone, language, len(months) > 1, explanation.now.astimezone(zone).year)


def promised(explanation: Explanation, language: str) -> str:
    """Say what was promised, in the manual's words where they are known."""
    clock = explanation.clock
    promise = clock.promise
    words = QUOTES[language].format(promise.printed) if promise.printed else target_in_words(promise.target, language)
    source = f" ({promise.source})" if promise.source else ""
    return f"{promise.basis or clock.label}: {words}{source}."


def counted(explanation: Explanation, dates: Dates) -> str:
    """Say how much has counted, and when."""
    clock, phrases = explanation.clock, COUNTED[dates.language]
    spans = list(merged(explanation.segments))
    if not spans:
        return nothing(explanation, dates)
    tense = "live" if clock.is_live else "stopped"
    amount = in_words(explanation, clock.elapsed, dates.language)
    if len(spans) > LISTED:
        return phrases[f"{tense}_all"].format(amount=amount, when=dates.between(spans[0][0], spans[-1][1]))
    when = listed([dates.span(*span) for span in spans], dates.language)
    return phrases[tense].format(amount=amount, when=when)


def nothing(explanation: Explanation, dates: Dates) -> str:
    """Say that nothing has counted, and when it will start to."""
    clock, phrases = explanation.clock, COUNTED[dates.language]
    if not clock.is_live:
        return phrases["nothing"]
    opens = next((s.start for s in explanation.ahead if s.kind is SegmentKind.OPEN), explanation.now)
    if clock.is_paused or opens <= explanation.now:
        return phrases["not_yet"]
    return phrases["opens"].format(opens=dates.at(opens))


def merged(segments: tuple[Segment, ...]) -> Iterator[tuple[datetime, datetime]]:
    """Give the spans that counted; those that touch are one."""
    for is_open, group in groupby(segments, key=lambda segment: segment.kind is SegmentKind.OPEN):
        if is_open:
            spans = list(group)
            yield spans[0].start, spans[-1].end


def not_counted(explanation: Explanation, dates: Dates, reader: str) -> Iterator[str]:
    """Say which holidays and pauses did not count, and since when it stands still."""
    yield from holidays(explanation, dates)
    standing = [segment for segment in explanation.segments if segment.kind in STANDING]
    last = standing.pop() if explanation.clock.is_paused and standing else None
    yield from pauses(standing, dates, reader)
    if last:
        why, _ = reasons(last, dates, reader)
        yield PAUSE[dates.language]["now"].format(since=dates.since(last.start), why=why)


def pauses(over: list[Segment], dates: Dates, reader: str) -> Iterator[str]:
    """Tell the pauses that are over, those for one reason together; many as a number."""
    phrases = PAUSE[dates.language]
    if len(over) > LISTED:
        yield phrases["many"].format(count=len(over))
        return
    for (_, why), group in groupby(over, key=lambda pause: reasons(pause, dates, reader)):
        when = phrases["nor"].join(dates.span(pause.start, pause.end) for pause in group)
        yield phrases["over"].format(when=when, why=why)


def reasons(pause: Segment, dates: Dates, reader: str) -> tuple[str, str]:
    """Say why it stands still, and why it stood still."""
    told = WHY[dates.language][reader]
    return told.get(pause.label, told[""])


def holidays(explanation: Explanation, dates: Dates) -> Iterator[str]:
    """Name the holidays between start and deadline."""
    segments = (*explanation.segments, *explanation.ahead)
    named = {dates.on(s.start): s for s in segments if s.kind is SegmentKind.HOLIDAY}
    phrases = HOLIDAY[dates.language]
    if len(named) > LISTED:
        yield phrases["many"].format(count=len(named))
        return
    for day, segment in named.items():
        tense = "past" if segment.end <= explanation.now else "ahead"
        yield phrases[tense].format(day=day, name=segment.label)


def listed(words: list[str], language: str, comma: str = ",") -> str:
    """Join words as a list is said: "a, b y c"."""
    if not words[1:]:
        return "".join(words)
    return f"{f'{comma} '.join(words[:-1])} {AND[language]} {words[-1]}"


def in_words(explanation: Explanation, amount: Amount, language: str) -> str:
    """Write an amount of the clock, a part of a business day in hours where its calendar allows."""
    return amount_in_words(amount, explanation.unit, language, usual_day(explanation.clock.calendar))
