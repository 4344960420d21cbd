"""What free words seem to answer, of points that were asked for again."""

import pytest

from acuerdo.core.agreements import heard, needs_of
from acuerdo.core.agreements.tests.shipped import manual

DIG = manual("digitalware")
NEEDS = needs_of(DIG.types["incidente"], {"plan": "on-premise", "priority": "p3"})


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("Ya hicimos la réplica con el paciente 1020, paso a paso.", {"replica"}),
        ("La vpn quedó abierta para ustedes", {"vpn"}),
        ("VPN: sí", {"vpn"}),
        ("Estamos en la 26.4.1", {"version"}),
        ("Version 9", {"version"}),
        ("Esperábamos ver el copago del plan", {"esperado"}),
        ("Actualizamos el sábado al service pack 12", {"actualizacion"}),
        ("Mi celular es 300 123 45 67", {"contacto"}),
        ("El programa es Facturación", {"programa"}),
        ("Gracias, quedamos atentos.", set()),
        ("", set()),
        ("3", set()),
    ],
)
def test_a_line_speaks_of_the_points_it_names_and_of_no_other(said: str, points: set[str]) -> None:
    assert set(heard(NEEDS, said, files=False)) == points


def test_each_point_is_shown_the_line_that_speaks_of_it_though_it_denies() -> None:
    found = heard(NEEDS, "Buenas tardes.\n\n- No tenemos VPN\n- Réplica: " + "x" * 400, files=True)

    assert found["vpn"] == "- No tenemos VPN"
    assert len(found["replica"]) == 160
    assert found["evidencias"] == ""


def test_files_are_a_hint_only_where_files_were_asked_for() -> None:
    consulta = needs_of(DIG.types["consulta"], {})

    assert heard(consulta, "", files=True) == {}


@pytest.mark.parametrize("text", ["\x00" * 50, "\u200b" * 9, "ñ́" * 3000, "@" * 50_000, "1 " * 30_000])
def test_no_text_is_too_strange(text: str) -> None:
    heard(NEEDS, text, files=False)
