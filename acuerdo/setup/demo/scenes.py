"""What must stand in the queue when the history ends: every place and every language of clock, whatever chance brings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import ClockRule
from acuerdo.setup.demo.course import End
from acuerdo.setup.demo.stories import Story

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def straight(story: Story) -> bool:
    """Told straight on: nothing asked of the customer, nothing rejected, nobody waited for."""
    return not (story.only_now or any(map(story.has, ("asks", "rejects", "waits"))))


def asked(story: Story) -> bool:
    """The customer was asked for something."""
    return story.has("asks") and not story.only_now


def waited(story: Story) -> bool:
    """Somebody else is waited for."""
    return story.has("waits")


def mailed(story: Story) -> bool:
    """It came by mail: who is on the telephone is attended at once."""
    return story.channel == "email" and not story.only_now


def committee(story: Story) -> bool:
    """It waits for an approval: what the story tells is all that has happened."""
    return story.only_now


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A case as it is to stand now. `fits`: the stories that can be told so."""

    fits: Callable[[Story], bool] = straight
    #: Of which client: one with a contract, one whose contract is in doubt, or nobody known.
    whose: str = "contract"
    #: The promise that is not kept yet: the first or the last that the facts give; "" if none decides.
    holds: str = ""
    #: How much of that promise has passed.
    share: Fraction = Fraction(0)
    #: The beat that came so long ago; nothing after it came. "opened": not even taken. "all": opened then, and all told.
    beat: str = ""
    ago: timedelta = timedelta(0)
    end: End = End.SILENT
    #: How long ago the customer wrote after the solution.
    wrote: timedelta | None = None


def scenes() -> Iterator[Scene]:
    """The scenes of a desk; one for which it has no story is left out."""
    yield Scene(fits=mailed, beat="opened", ago=7 * MINUTE)
    yield Scene(fits=mailed, beat="opened", ago=41 * MINUTE)
    yield Scene(fits=mailed, beat="opened", ago=15 * MINUTE, whose="stranger")
    yield Scene(fits=mailed, beat="opened", ago=3 * HOUR, whose="stranger")
    yield Scene(fits=mailed, beat="opened", ago=5 * HOUR, whose="doubt")
    yield Scene(holds="first", share=Fraction(86, 100))
    for percent in (112, 88, 78, 61, 47, 33, 18):
        yield Scene(holds="last", share=Fraction(percent, 100))
    for hours in (2, 19, 44):
        yield Scene(fits=asked, beat="asks", ago=hours * HOUR)
    yield Scene(fits=waited, beat="waits", ago=7 * HOUR)
    for hours in (1, 20, 45):
        yield Scene(beat="solves", ago=hours * HOUR)
    for minutes in (8, 52):
        yield Scene(beat="solves", ago=18 * HOUR, wrote=timedelta(minutes=minutes))
    for hours in (5, 27):
        yield Scene(fits=committee, beat="all", ago=hours * HOUR)


def promises(agreement: Agreement) -> list[ClockRule]:
    """The clocks that a history sees: no dates, which nobody promises in it, and no windows."""
    return [rule for rule in agreement.rules if rule.kind == "promise" and rule.starts != "promised"]
