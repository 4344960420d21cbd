"""A promised time as a manual writes it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Self

from acuerdo.core.errors import Refusal
from acuerdo.core.hours import Unit

WRITTEN = re.compile(r"(?P<strict><\s*)?(?P<amount>\d+(?:\.\d+)?)\s+(?P<unit>[a-z ]+?)(?P<end>\s*,\s*end of day)?", re.ASCII)
SINGULAR = {unit.value.removesuffix("s"): unit for unit in Unit}
UNITS = {unit.value: unit for unit in Unit} | SINGULAR


class NotATarget(Refusal):
    """A text that promises no time; what would be right is in the message."""

    code: ClassVar[str] = "clocks.not_a_target"

    def __init__(self, text: str) -> None:
        """Say what was written and what a target looks like."""
        super().__init__(
            f'{text!r} is not a promised time. Write an amount and a unit, such as "30 minutes", '
            '"< 2 business hours", "3 business days, end of day", or "date".',
            text=text,
        )


@dataclass(frozen=True, slots=True)
class Target:
    """An amount of a unit, never one without the other.

    `strict` is a `<`: reaching the deadline to the second is late. `end_of_day` moves the deadline to
    the closing of its business day. `is_date` has no amount: its deadline is the date promised last.
    """

    amount: Fraction
    unit: Unit
    strict: bool = False
    end_of_day: bool = False
    is_date: bool = False

    @property
    def whole(self) -> Fraction | int:
        """Give the amount, a whole one as such: it is several times quicker to count with."""
        amount = self.amount
        return amount.numerator if amount.denominator == 1 else amount

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `"30 minutes"`, `"< 2 business hours"`, `"1 business day, end of day"`, `"date"`.

        Raises NotATarget.
        """
        if text.strip() == "date":
            return cls(Fraction(0), Unit.DAYS, is_date=True)
        written = WRITTEN.fullmatch(text.strip())
        if written is None or written["unit"] not in UNITS or not Fraction(written["amount"]):
            raise NotATarget(text)
        return cls(
            Fraction(written["amount"]),
            UNITS[written["unit"]],
            strict=written["strict"] is not None,
            end_of_day=written["end"] is not None,
        )

    def __str__(self) -> str:
        """Write it back so that `parse` gives the same target."""
        if self.is_date:
            return "date"
        sign = "< " if self.strict else ""
        unit = self.unit.value.removesuffix("s") if self.amount == 1 else self.unit.value
        return f"{sign}{decimal(self.amount)} {unit}{', end of day' if self.end_of_day else ''}"


def decimal(amount: Fraction) -> str:
    """Write an amount without a fraction bar: 8, 1.5, 0.25; at most six decimals."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return f"{exact:.6f}".rstrip("0").rstrip(".")
