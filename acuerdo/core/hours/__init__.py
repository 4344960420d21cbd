"""Open hours: what time passes on a calendar, and when an amount of it has passed."""

from acuerdo.core.hours.calendar import Calendar, ImpossibleHours, Opening
from acuerdo.core.hours.unit import Unit

__all__ = ["Calendar", "ImpossibleHours", "Opening", "Unit"]
