"""Targets, as manuals write them."""

from fractions import Fraction

import pytest

from acuerdo.core.clocks import NotATarget, Target
from acuerdo.core.hours import Unit


@pytest.mark.parametrize(
    "text",
    ["30 minutes", "< 2 business hours", "1 business day", "3 business days, end of day", "1.5 hours", "2 days", "date"],
)
def test_a_target_is_written_back_as_it_was_read(text: str) -> None:
    assert str(Target.parse(text)) == text


def test_a_target_says_amount_unit_and_whether_the_deadline_itself_is_late() -> None:
    assert Target.parse("< 2 business hours") == Target(Fraction(2), Unit.BUSINESS_HOURS, strict=True)
    assert Target.parse(" <2.5 days , end of day ") == Target(Fraction(5, 2), Unit.DAYS, strict=True, end_of_day=True)
    assert Target.parse("date").is_date


@pytest.mark.parametrize("text", ["2", "2 horas", "hours", "0 hours", "-1 days", "2 Hours", "> 2 hours", "", "2 hours end of day"])
def test_what_is_not_an_amount_with_a_unit_is_refused_and_says_what_would_be_right(text: str) -> None:
    with pytest.raises(NotATarget, match='such as "30 minutes"') as refusal:
        Target.parse(text)

    assert refusal.value.facts == {"text": text}
