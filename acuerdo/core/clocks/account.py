"""Whose time each second of a case was (lifecycle.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from acuerdo.core.clocks.case import LEADS_TO
from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.log import as_known_at
from acuerdo.core.clocks.terms import Terms
from acuerdo.core.hours import Calendar, opened
from acuerdo.core.hours.instants import seconds


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in one status; `party` is whose it was, empty once the case is over."""

    status: str
    party: str
    start: datetime
    end: datetime


def stays(happenings: Iterable[Happening], terms: Terms, now: datetime) -> tuple[Stay, ...]:
    """Give the statuses that a case was in, from its opening to now; those without length are left out."""
    now = now.replace(microsecond=0)
    found: list[Stay] = []
    status, party, since = "", "", now
    for event in as_known_at(now, happenings):
        terms = event.terms or terms
        entered = event.status if event.event == "status" else LEADS_TO.get(event.event)
        if entered:
            found.append(Stay(status, party, since, event.at))
            status, party, since = entered, event.party or terms.statuses.get(entered, ""), event.at
    found.append(Stay(status, party, since, now))
    return tuple(stay for stay in found if stay.status and stay.start < stay.end)


def time_account(happenings: Iterable[Happening], terms: Terms, now: datetime, calendar: Calendar | None = None) -> Mapping[str, int]:
    """Add up the seconds of each party: provider, customer, third_party.

    With a calendar, only its open seconds. An event may name another party than its status has (a
    quote waits for the customer); the time after closing is nobody's. The log is taken to be legal.
    """
    account: dict[str, int] = {}
    for stay in stays(happenings, terms, now):
        if stay.party:
            spent = opened(calendar, stay.start, stay.end) if calendar else seconds(stay.end) - seconds(stay.start)
            account[stay.party] = account.get(stay.party, 0) + spent
    return account
