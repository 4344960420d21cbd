"""Open hours: what time passes on a calendar, and when an amount of it has passed."""

from acuerdo.core.hours.calendar import Calendar, ImpossibleHours, Opening
from acuerdo.core.hours.deadline import NeverOpens, closing_of, deadline, end_of_day
from acuerdo.core.hours.instants import OutOfReach
from acuerdo.core.hours.measure import measure, opened
from acuerdo.core.hours.stretches import Stretch, StretchKind, open_spans, stretches
from acuerdo.core.hours.unit import Unit

__all__ = [
    "Calendar",
    "ImpossibleHours",
    "NeverOpens",
    "Opening",
    "OutOfReach",
    "Stretch",
    "StretchKind",
    "Unit",
    "closing_of",
    "deadline",
    "end_of_day",
    "measure",
    "open_spans",
    "opened",
    "stretches",
]
