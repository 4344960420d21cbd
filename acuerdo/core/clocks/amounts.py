"""Amounts of time in words."""

from fractions import Fraction

from acuerdo.core.clocks.clock import Amount
from acuerdo.core.clocks.target import Target, decimal
from acuerdo.core.hours import Calendar, Unit

#: language → unit → one of it, several of it
UNIT_WORDS = {
    "es": {
        Unit.MINUTES: ("minuto", "minutos"),
        Unit.HOURS: ("hora", "horas"),
        Unit.DAYS: ("día", "días"),
        Unit.BUSINESS_MINUTES: ("minuto hábil", "minutos hábiles"),
        Unit.BUSINESS_HOURS: ("hora hábil", "horas hábiles"),
        Unit.BUSINESS_DAYS: ("día hábil", "días hábiles"),
    },
    "en": {
        Unit.MINUTES: ("minute", "minutes"),
        Unit.HOURS: ("hour", "hours"),
        Unit.DAYS: ("day", "days"),
        Unit.BUSINESS_MINUTES: ("business minute", "business minutes"),
        Unit.BUSINESS_HOURS: ("business hour", "business hours"),
        Unit.BUSINESS_DAYS: ("business day", "business days"),
    },
}
OPEN_TIME = {"es": (" hábil", " hábiles"), "en": (" of business time", " of business time")}
AND = {"es": "y", "en": "and"}
POINT = {"es": ",", "en": "."}
TARGET = {
    "es": {"strict": "menos de {}", "end": "{}, hasta el cierre del día", "date": "en la fecha acordada"},
    "en": {"strict": "less than {}", "end": "{}, until the close of the day", "date": "by the agreed date"},
}
MINUTE = 60
DAY = 86_400


def amount_in_words(amount: Amount, unit: Unit, language: str, day: int | None = None) -> str:
    """Write an amount for people: "1 h 12 min hábiles", "2 días hábiles", "45 s"; minus if negative.

    Full minutes once there is one. `day` is the open seconds of a business day where all are alike:
    with it part of one is written in hours, "1 día hábil y 3 h", else as "1,25 días hábiles".
    """
    if amount.numerator < 0:
        return f"−{amount_in_words(-amount, unit, language, day)}"
    if unit is Unit.BUSINESS_DAYS:
        return days(amount, unit, language, day)
    seconds = int(amount * unit.seconds)
    if unit is Unit.DAYS and seconds >= DAY:
        return days(amount, unit, language, DAY)
    words = duration(seconds)
    return words + OPEN_TIME[language][words not in {"1 h", "1 min"}] if unit.is_business else words


def days(amount: Amount, unit: Unit, language: str, day: int | None) -> str:
    """Write days, and what is over in hours where a day has as many each time."""
    one, several = UNIT_WORDS[language][unit]
    # Whole numbers: a page writes twenty amounts, and fractions are divided in as many calls each.
    numerator, denominator = amount.as_integer_ratio()
    full, part = divmod(numerator, denominator)
    if part and day is None:
        return f"{number(Fraction(round(amount * 100), 100), language)} {several}"
    words = f"{full} {one if full == 1 else several}"
    seconds = part * (day or 0) // denominator
    if seconds < MINUTE and (full or not seconds):
        return words
    if full:
        return f"{words} {AND[language]} {duration(seconds)}"
    return duration(seconds)


def duration(seconds: int) -> str:
    """Write whole seconds as "1 h 12 min", "12 min" or "45 s"."""
    if 0 < seconds < MINUTE:
        return f"{seconds} s"
    hours, minutes = divmod(seconds // MINUTE, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def number(amount: Amount, language: str) -> str:
    """Write a number with the language's decimal sign."""
    return decimal(Fraction(amount)).replace(".", POINT[language])


def target_in_words(target: Target, language: str) -> str:
    """Write a target in full: "menos de 2 horas hábiles", "by the agreed date"."""
    phrases = TARGET[language]
    if target.is_date:
        return phrases["date"]
    one, several = UNIT_WORDS[language][target.unit]
    words = f"{number(target.amount, language)} {one if target.amount == 1 else several}"
    words = phrases["strict"].format(words) if target.strict else words
    return phrases["end"].format(words) if target.end_of_day else words


def usual_day(calendar: Calendar) -> int | None:
    """Give the open seconds of a day if the week has as many on each that opens; None if it varies."""
    return calendar.usual_day
