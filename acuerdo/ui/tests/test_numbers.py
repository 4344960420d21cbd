"""Thousands are told apart where things are counted, and nowhere else."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from acuerdo.ui.numbers import Count

WRITTEN = {
    0: ("0", "0"),
    999: ("999", "999"),
    1000: ("1.000", "1,000"),
    26247: ("26.247", "26,247"),
    -1234567: ("-1.234.567", "-1,234,567"),
}


@pytest.mark.parametrize("number", WRITTEN)
def test_a_count_is_written_in_the_language_of_the_page(number: int):
    for language, words in zip(("es", "en"), WRITTEN[number], strict=True):
        with override(language):
            assert (str(Count(number)), f"{Count(number)}", "%s" % Count(number)) == (words,) * 3  # noqa: UP031 (as catalogues do)


def test_it_counts_and_is_put_into_files_as_any_number():
    assert (Count(2000) + 1, f"{Count(2000):d}", "%d" % Count(2000), repr(Count(2000))) == (2001, "2000", "2000", "2000")  # noqa: UP031


def test_templates_write_counts_so_and_leave_the_number_of_a_case_alone():
    words = "{% load i18n ui %}{{ case }} {{ n|counted }} {% blocktranslate count n=n %}{{ n }} caso{% plural %}{{ n }} casos{% endblocktranslate %}"
    with override("es"):
        assert Template(words).render(Context({"case": 20301, "n": 26247})) == "20301 26.247 26.247 casos"
    with override("en"):
        assert Template(words).render(Context({"case": 20301, "n": 1})) == "20301 1 1 case"


def test_what_is_not_a_number_yet_is_left_as_it_is():
    assert (
        Template("{% load ui %}{{ n|counted }}·{{ more|counted }}·{{ none|counted }}").render(Context({"n": "1.000+", "more": ""}))
        == "1.000+··"
    )
