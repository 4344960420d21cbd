"""Templates write values as Django does, whatever they are."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override

from acuerdo.ui.values import with_all_care, written


class Marked(str):
    """Text that says of itself that it is markup."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"<i>{self}</i>"


VALUES = [
    *("", "a <b> & \"c\" 'd'", SafeString("<b>"), Marked("x<"), gettext_lazy("Relojes"), None, True),
    *(0, -7, 12345678, 1234.5, Decimal("1234.50"), Fraction(7, 2)),
    *(date(2026, 12, 9), datetime(2026, 12, 9, 14, tzinfo=UTC), ["<", 1], {"a": "&"}),
]


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("escapes", [True, False])
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_reads_as_djangos_own(value: object, escapes: bool, language: str) -> None:
    context = Context(autoescape=escapes)
    with override(language):
        assert written(value, context) == with_all_care(value, context)
