"""Template tags."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, get_urlconf, reverse, set_urlconf
from django.utils import translation
from django.utils.safestring import SafeString

from acuerdo.ui.components import ClockBar, ClockPanel, ClockView, Day, DueChip, Lane, LaneSegment, Pin
from acuerdo.ui.markup import filled
from acuerdo.ui.pins import covered, stands, with_room
from acuerdo.ui.templatetags import ui
from acuerdo.ui.tests.scene import BOGOTA, NOW, at


@contextmanager
def override_urlconf(name: str) -> Iterator[None]:
    """As the middleware chooses between a desk's addresses and the installation's."""
    before = get_urlconf()
    set_urlconf(name)
    try:
        yield
    finally:
        set_urlconf(before)


def drawn(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


def test_an_icon_is_decoration_unless_it_has_a_name() -> None:
    assert 'aria-hidden="true"' in drawn('{% icon "mail" %}')
    assert 'aria-label="Correo"' in drawn('{% icon "mail" "i" "Correo" %}')


def test_a_name_cannot_write_markup() -> None:
    assert "<script>" not in drawn("{% face name %}", name="<script> Ana")


@pytest.mark.parametrize("tag", ["{% face x %}", "{% prio 1 4 x %}", '{% icon "mail" "i" x %}'])
def test_text_never_comes_out_as_the_markup_that_was_drawn_before(tag: str) -> None:
    assert "<i>es</i>" in drawn(tag, x=SafeString("<i>es</i>"))
    assert "<i>" not in drawn(tag, x="<i>es</i>")


def test_initials_are_of_the_first_two_words() -> None:
    assert ui.initials("marcela ibarra gil") == "MI"
    assert ui.initials("Ana") == "A"
    assert ui.initials("(sin nombre)") == "N"


def test_nobody_is_a_dashed_ring_with_words() -> None:
    assert drawn('{% face "" %}') == '<span class="face face--none" title="Sin responsable" aria-hidden="true"></span>'


def test_initials_are_read_out_as_a_name_where_no_name_stands_beside_them() -> None:
    assert 'aria-hidden="true">MI<' in drawn('{% face "Marcela Ibarra" %}')
    assert 'role="img" aria-label="Marcela Ibarra">MI<' in drawn('{% face "Marcela Ibarra" alone=True %}')
    assert 'role="img" aria-label="Sin responsable"><' in drawn('{% face "" alone=True %}')


def test_a_priority_fills_as_many_bars_as_its_level() -> None:
    shown = drawn('{% prio 3 4 "Alto" %}')

    assert shown.count("<rect") == 4
    assert shown.count('class="on"') == 3
    assert "prio--top" not in shown
    assert "prio--top" in drawn('{% prio 4 4 "Crítico" %}')


def test_an_instant_shows_local_words_and_keeps_the_exact_instant() -> None:
    shown = drawn("{% instant value %}", value=at(9, 9), zone=BOGOTA, now=NOW)

    assert 'datetime="2026-12-09T14:00:00+00:00"' in shown
    assert 'title="2026-12-09 09:00:00 -05 (America/Bogota)"' in shown
    assert ">mié 9 dic, 9:00<" in shown


def test_words_of_another_stand_between_the_marks_of_the_language_and_stay_words() -> None:
    assert drawn("{{ words|quoted }}", words="< 2 horas") == "«&lt; 2 horas»"
    with translation.override("en"):
        assert drawn("{{ words|quoted }}", words="< 2 horas") == "“&lt; 2 horas”"


def test_a_share_is_written_with_a_point_in_every_language() -> None:
    assert ui.pct(16.666) == "16.67%"


def test_a_chip_that_is_late_says_so_in_words_and_shape_and_its_bar_is_full() -> None:
    shown = drawn("{% due_chip chip %}", chip=DueChip("late", "Venció hace 1 h", 129, "129 %"))

    assert "#alert-octagon" in shown
    assert 'width="100.00%"' in shown
    assert "129 %" in shown


def test_a_chip_without_a_clock_has_no_bar() -> None:
    assert "due__bar" not in drawn("{% due_chip chip %}", chip=DueChip("none", "Sin reloj: falta el cliente"))


def test_words_of_pins_that_stand_close_go_to_the_side_where_there_is_room() -> None:
    bar = ClockBar((), Lane(()), (Pin(10, "Empezó", ""), Pin(80, "Plazo", ""), Pin(74, "Solución", "")), "")

    assert [(pin.words, left, row) for pin, left, row in bar.placed] == [("Empezó", False, 0), ("Solución", True, 0), ("Plazo", True, 1)]


@pytest.mark.parametrize(
    ("ats", "rows"),
    [([10, 50, 74], 1), ([10, 12], 2), ([10, 14, 90], 2), ([80, 82, 84], 3), ([0, 1, 2], 3), ([47, 52], 1), ([98, 99], 2), ([], 1)],
)
def test_no_words_of_instants_cover_each_other_however_close_they_are(ats, rows) -> None:
    placed = stands(ats)

    assert covered(ats, placed) == 0
    assert 1 + max((row for _left, row in placed), default=0) == rows


@pytest.mark.parametrize(
    ("lefts", "named"),
    [
        ([0, 25, 50, 75], [True, True, True, True]),
        ([0, 7, 14, 21, 28], [True, False, True, False, True]),
        ([0, 12, 92], [True, True, False]),
        ([], []),
    ],
)
def test_a_day_is_named_where_no_name_covers_it(lefts, named) -> None:
    assert list(with_room(lefts)) == named


def test_fixed_words_are_said_in_the_language_of_the_reader() -> None:
    page = Template("{% load i18n ui %}{% translate 'Relojes' %} {% translate 'Relojes' as words %}{{ words }} {% translate name %}")

    said = []
    for language in ("es", "en", "es"):
        with translation.override(language):
            said.append(page.render(Context({"name": "Relojes"})))

    assert said == ["Relojes Relojes Relojes", "Clocks Clocks Clocks", "Relojes Relojes Relojes"]


def test_a_pattern_escapes_all_but_what_is_safe() -> None:
    shown = filled("<b>{}{name}{safe}</b>", "<i>", name="'\"", safe=SafeString("<u>"))

    assert shown == "<b>&lt;i&gt;&#x27;&quot;<u></b>"
    assert isinstance(shown, SafeString)


def test_an_address_without_arguments_is_the_one_of_the_list_at_hand_and_nothing_where_it_has_none() -> None:
    template = Template('{% load ui %}{% url "people:keys" as keys %}{{ keys }}')
    with override_urlconf("acuerdo.config.urls"):
        assert template.render(Context()) == template.render(Context()) == reverse("people:keys")
    with override_urlconf("acuerdo.config.urls_public"):
        assert template.render(Context()) == ""


def test_a_line_of_the_rail_is_text_whatever_it_says() -> None:
    shown = drawn('{% rail_item url label "user" count="3" place="mios" here="mios" key="g m" %}', url="/?a=1&b=2", label="<b>Míos")

    assert "/?a=1&amp;b=2" in shown
    assert "&lt;b&gt;Míos" in shown
    assert 'aria-current="page"' in shown
    assert '<span class="n">3</span>' in shown
    assert "<b>" not in shown + drawn('{% phone_item "/" label "user" new=label %}', label="<b>")


def test_a_clock_is_text_whatever_the_manual_and_the_log_say_and_is_told_to_who_cannot_see_it() -> None:
    lane = Lane((LaneSegment("rest", 0, 40, "<b>En pausa", "<b>Cliente"),), due_at=50, now_at=20, pin_text="<b>Ana")
    clock = ClockView("<b>Solución", 130, "8 h", "mañana", lane, "late", "por 1 h", "<b>Porque sí", scope="<b>Plan", printed="< 2 h")
    shown = drawn("{% load clocks %}{% clock_row clock days %}", clock=clock, days=(Day(0, 100, "lun", "L", 7),))

    assert "<b>" not in shown
    assert 'aria-label="&lt;b&gt;Solución: mañana, por 1 h"' in shown
    assert "&lt;b&gt;Plan: " in shown
    assert "«&lt; 2 h»" in shown
    assert 'width="100.00%"' in shown


def test_the_axis_names_holidays_where_there_is_room() -> None:
    panel = ClockPanel((Day(0, 50, "<b>lun", "L", 7, sub="<b>Festivo"), Day(50, 50, "mar", "M", 8, shown=False)), (), 10, "<b>ahora")
    shown = drawn("{% load clocks %}{% clock_days panel %}", panel=panel)

    assert "<small>&lt;b&gt;Festivo</small>" in shown
    assert "mar" not in shown
    assert "<b>" not in shown.replace('<b class="day', "")
    assert "Festivo" not in drawn("{% load clocks %}{% clock_days panel stacked=True %}", panel=panel)


@pytest.mark.parametrize(("now", "edge"), [(0, " now-pill--start"), (8.9, " now-pill--start"), (50, ""), (91, ""), (99, " now-pill--end")])
def test_the_words_of_now_stay_within_the_axis(now: float, edge: str) -> None:
    panel = ClockPanel((Day(0, 100, "lun", "L", 7),), (), now, "ahora")

    assert f'class="now-pill{edge}"' in drawn("{% load clocks %}{% clock_days panel %}", panel=panel)


@pytest.mark.parametrize(("number", "there"), [(7, True), (123456789, True), ("7", True), (None, False), ("", False), ("<x>", False)])
def test_an_address_of_a_number_is_djangos_own(number: object, there: bool) -> None:
    template = Template('{% load ui %}{% url "console:case" number as place %}{{ place }}')
    with override_urlconf("acuerdo.config.urls"):
        assert template.render(Context({"number": number})) == (reverse("console:case", args=[number]) if there else "")
        assert "/8/" in template.render(Context({"number": 8}))


def test_an_address_that_there_is_not_is_missed_aloud() -> None:
    with override_urlconf("acuerdo.config.urls"), pytest.raises(NoReverseMatch):
        Template('{% load ui %}{% url "console:no_such_page" 7 %}').render(Context())


def test_an_included_part_sees_what_it_is_given_and_what_it_names_stays_its_own() -> None:
    page = Template(
        '{% load ui %}{% include "ui/mark.html" with kind="run" words=first %} {% include "ui/mark.html" with kind="off" words=first only %}'
        "{{ kind }}{{ words }}"
    )

    shown = page.render(Context({"first": "<b>"})), page.render(Context({"first": "dos"}))

    assert [each.count("seg--run") for each in shown] == [1, 1]
    assert shown[0].count("&lt;b&gt;") == 2
    assert shown[1].rstrip().endswith("dos</span>")


def test_an_icon_is_drawn_as_it_is_asked_for_each_time() -> None:
    page = Template('{% load ui %}{% icon "mail" %}{% icon name %}{% icon "mail" "i" _("Relojes") %}')

    with translation.override("es"):
        assert page.render(Context({"name": "send"})).count("#send") == 1
    with translation.override("en"):
        shown = page.render(Context({"name": "star"}))
    assert shown.count("#mail") == 2
    assert shown.count("#star") == 1
    assert 'aria-label="Clocks"' in shown
