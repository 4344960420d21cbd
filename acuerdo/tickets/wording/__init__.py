"""Sentences about cases: refusals (refusals), what happened (happened), versions (versions)."""

from acuerdo.tickets.wording.happened import ENDING, Between, deed, ended, event_for_clocks, meanwhile, state_of_clock
from acuerdo.tickets.wording.refusals import of
from acuerdo.tickets.wording.versions import older, older_for_customer

__all__ = [
    "ENDING",
    "Between",
    "deed",
    "ended",
    "event_for_clocks",
    "meanwhile",
    "of",
    "older",
    "older_for_customer",
    "state_of_clock",
]
