"""Template tags."""

from typing import Any

from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import SafeString

from acuerdo.ui.components import ClockBar, DueChip, Lane, Pin
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags import ui
from acuerdo.ui.tests.scene import BOGOTA, NOW, at


def drawn(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


def test_an_icon_is_decoration_unless_it_has_a_name() -> None:
    assert 'aria-hidden="true"' in drawn('{% icon "mail" %}')
    assert 'aria-label="Correo"' in drawn('{% icon "mail" "i" "Correo" %}')


def test_a_name_cannot_write_markup() -> None:
    assert "<script>" not in drawn("{% face name %}", name="<script> Ana")


def test_initials_are_of_the_first_two_words() -> None:
    assert ui.initials("marcela ibarra gil") == "MI"
    assert ui.initials("Ana") == "A"
    assert ui.initials("(sin nombre)") == "N"


def test_nobody_is_a_dashed_ring_with_words() -> None:
    assert drawn('{% face "" %}') == '<span class="face face--none" title="Sin responsable"></span>'


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

    assert [(pin.words, left) for pin, left in bar.placed] == [("Empezó", False), ("Solución", True), ("Plazo", False)]


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
