from hypothesis import given
from hypothesis import strategies as st

from acuerdo.core.mail.variables import UnknownVariable, fill, unknown, used

KNOWN = ("caso.numero", "caso.asunto", "cliente.nombre")


def test_a_name_is_replaced_with_or_without_spaces() -> None:
    assert fill("Caso {{caso.numero}}: {{ caso.asunto }}", {"caso.numero": "7", "caso.asunto": "IVR"}) == "Caso 7: IVR"


def test_what_replaces_a_name_is_not_read_again() -> None:
    assert fill("{{ caso.asunto }}", {"caso.asunto": "{{ caso.numero }}", "caso.numero": "7"}) == "{{ caso.numero }}"


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    assert list(unknown("{{ caso.numro }}", KNOWN)) == [UnknownVariable("caso.numro", "caso.numero")]
    assert list(unknown("{{ clave }}", KNOWN)) == [UnknownVariable("clave")]


def test_no_code_of_another_template_language_passes() -> None:
    hostile = '{% load x %}{{ caso.numero|safe }}{{ caso.__class__ }}{# c #}{{ "a" }}'
    assert {one.name for one in unknown(hostile, KNOWN)} == {"caso.numero|safe", "caso.__class__", '"a"', "{%", "%}", "{#", "#}"}


def test_a_brace_without_its_pair_is_told() -> None:
    assert [one.name for one in unknown("{{ caso.numero }", KNOWN)] == ["{{"]


@given(st.text())
def test_any_text_can_be_filled_and_keeps_what_is_no_name(text: str) -> None:
    filled = fill(text, {})
    if not used(text):
        assert filled == text
