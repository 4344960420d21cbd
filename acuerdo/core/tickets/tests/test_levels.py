"""Raising a case up the manual's ladder."""

import pytest

from acuerdo.core.tickets import CannotRaise, Rung, raise_level, reachable

SGM = (
    Rung("analista"),
    Rung("agente-nivel-2"),
    Rung("ingeniero-desarrollo"),
    Rung("gerente-tecnologia"),
    Rung("proveedor", from_any=True),  # SGM-038
)
PROWARE = (
    Rung("primero"),
    Rung("segundo"),
    Rung("tercero", ("primero",)),
    Rung("fabrica", from_any=True),
)


def test_a_case_goes_up_one_rung() -> None:
    assert raise_level(SGM, "analista", "agente-nivel-2") == "agente-nivel-2"


@pytest.mark.parametrize("level", [rung.id for rung in SGM[:-1]])
def test_the_fifth_level_is_reached_from_any_other(level: str) -> None:
    assert raise_level(SGM, level, "proveedor") == "proveedor"


def test_a_rung_is_not_skipped_where_the_manual_does_not_say_so() -> None:
    with pytest.raises(CannotRaise) as refused:
        raise_level(SGM, "analista", "gerente-tecnologia")

    assert refused.value.code == "tickets.cannot_raise"
    assert refused.value.facts == {
        "from": "analista",
        "to": "gerente-tecnologia",
        "allowed": ("agente-nivel-2", "proveedor"),
    }


def test_a_manual_may_let_one_rung_be_skipped() -> None:
    assert reachable(PROWARE, "primero") == ("segundo", "tercero", "fabrica")
    assert reachable(PROWARE, "segundo") == ("tercero", "fabrica")


@pytest.mark.parametrize("to", ["analista", "agente-nivel-2", "nadie", ""])
def test_a_case_is_never_raised_to_its_own_a_lower_or_an_unknown_level(to: str) -> None:
    with pytest.raises(CannotRaise):
        raise_level(SGM, "agente-nivel-2", to)


def test_nothing_is_above_the_last_rung() -> None:
    assert reachable(SGM, "proveedor") == ()
    with pytest.raises(CannotRaise, match="nothing"):
        raise_level(SGM, "proveedor", "proveedor")


def test_a_case_without_a_level_starts_at_the_first_rung_or_one_reached_from_anywhere() -> None:
    assert reachable(SGM, "") == ("analista", "proveedor")


def test_a_case_cannot_be_raised_on_an_empty_ladder() -> None:
    with pytest.raises(CannotRaise):
        raise_level((), "", "analista")
