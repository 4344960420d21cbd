"""Whose time it was, for the customer: ours, theirs, a third party's; and of ours what a committee had."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.utils.translation import gettext as _

from acuerdo.core.clocks import Happening, Terms, amount_in_words, stays, time_account, usual_day
from acuerdo.core.hours import Calendar, Unit, opened
from acuerdo.core.tickets import Party, Status
from acuerdo.ui.language import language

DAY = 24 * 3600
#: The bar is this wide; a share that was there at all is seen.
WIDTH, LEAST = 100.0, 1.5


@dataclass(frozen=True, slots=True)
class Share:
    """One party's time, and its piece of the bar, percent."""

    party: str
    name: str
    words: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Account:
    """The three shares; of the desk's own what its committee had; whether only open hours count."""

    shares: tuple[Share, ...]
    committee: str
    in_open_hours: bool


def account(happened: Sequence[Happening], terms: Terms, calendar: Calendar | None, now: datetime) -> Account | None:
    """Add it up in the open hours of a calendar, or without one in all; None while there is nothing to tell."""
    sums = time_account(happened, terms, now, calendar)
    whole = sum(sums.values())
    names = {"provider": _("Nosotros"), "customer": _("Ustedes"), "third_party": _("Terceros")}
    shares, left = [], 0.0
    for party, name in names.items():
        if sums.get(party):
            width = max(LEAST, WIDTH * sums[party] / whole)
            shares.append(Share(party, name, in_words(sums[party], calendar), left, width))
            left += width
    if not shares:
        return None
    waited = [stay for stay in stays(happened, terms, now) if stay.status == Status.WAITING_APPROVAL and stay.party == Party.PROVIDER]
    seconds = sum(opened(calendar, stay.start, stay.end) if calendar else int((stay.end - stay.start).total_seconds()) for stay in waited)
    return Account(tuple(shares), in_words(seconds, calendar) if seconds else "", bool(calendar and not calendar.always))


def in_words(seconds: int, calendar: Calendar | None) -> str:
    """Write a time in hours or days; a business day is as long as the calendar's."""
    day = usual_day(calendar) if calendar else DAY
    if day is None or seconds < day:
        return amount_in_words(Fraction(seconds, 3600), Unit.HOURS, language())
    unit = Unit.BUSINESS_DAYS if calendar and not calendar.always else Unit.DAYS
    return amount_in_words(Fraction(seconds, day), unit, language(), day)
