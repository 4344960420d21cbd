"""The units of a promise."""

from enum import StrEnum


class Unit(StrEnum):
    """How a time is counted; its value is the word that a manual writes."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    BUSINESS_MINUTES = "business minutes"
    BUSINESS_HOURS = "business hours"
    BUSINESS_DAYS = "business days"

    @property
    def seconds(self) -> int:
        """Seconds in one of it; 0 for a business day, which is a date and not a number of hours."""
        return SECONDS[self]

    @property
    def is_business(self) -> bool:
        """Whether it counts open time only."""
        return self in BUSINESS


SECONDS = {
    Unit.MINUTES: 60,
    Unit.HOURS: 3_600,
    Unit.DAYS: 86_400,
    Unit.BUSINESS_MINUTES: 60,
    Unit.BUSINESS_HOURS: 3_600,
    Unit.BUSINESS_DAYS: 0,
}
BUSINESS = frozenset({Unit.BUSINESS_MINUTES, Unit.BUSINESS_HOURS, Unit.BUSINESS_DAYS})
