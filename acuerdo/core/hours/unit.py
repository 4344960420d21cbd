"""The units of a promise."""

from enum import StrEnum
from typing import Self


class Unit(StrEnum):
    """How a time is counted; its value is the word that a manual writes.

    `seconds` are those in one of it: 0 for a business day, which is a date and not a number of hours.
    `is_business` says whether only open time counts.
    """

    seconds: int
    is_business: bool

    MINUTES = "minutes", 60, False
    HOURS = "hours", 3_600, False
    DAYS = "days", 86_400, False
    BUSINESS_MINUTES = "business minutes", 60, True
    BUSINESS_HOURS = "business hours", 3_600, True
    BUSINESS_DAYS = "business days", 0, True

    def __new__(cls, word: str, seconds: int, is_business: bool) -> Self:
        """Make a member that is its word and carries the rest of its row."""
        unit = str.__new__(cls, word)
        unit._value_ = word
        unit.seconds = seconds
        unit.is_business = is_business
        return unit
