"""By which ways a case is attended, by plan and level (PRO-067)."""

import pytest

from acuerdo.core.agreements import admits
from acuerdo.core.agreements.tests.shipped import manual

PRO = manual("proware")


@pytest.mark.parametrize(
    ("plan", "levels"),
    [
        ("innovador", ()),
        ("emprendedor", ("critico", "alto")),
        ("empresarial", ("critico", "alto")),
        ("premium-por-demanda", ("critico", "alto", "medio", "bajo")),
        ("premium-plus", ("critico", "alto", "medio", "bajo")),
    ],
)
def test_the_telephone_is_admitted_by_plan_and_level_and_mail_always_pro_067(plan: str, levels: tuple[str, ...]) -> None:
    facts = [{"plan": plan, "priority": level} for level in ("critico", "alto", "medio", "bajo")]

    assert tuple(one["priority"] for one in facts if admits(PRO, one, "telefono")) == levels
    assert all(admits(PRO, one, "email") for one in facts)


def test_a_contracts_own_ways_go_first_and_what_the_manual_does_not_name_is_never_refused() -> None:
    facts = {"plan": "innovador", "priority": "bajo"}

    assert admits(PRO, facts, "telefono", ["telefono"])
    assert not admits(PRO, facts, "email", ["telefono"])
    assert admits(PRO, facts, "presencial")


def test_on_a_way_that_no_row_names_the_plan_decides_pro_049() -> None:
    assert admits(PRO, {"plan": "empresarial", "priority": "medio"}, "chat")
    assert not admits(PRO, {"plan": "emprendedor", "priority": "critico"}, "chat")


def test_without_a_row_the_plan_says_and_a_case_without_a_plan_has_all_ways() -> None:
    assert not admits(PRO, {"plan": "innovador"}, "telefono")
    assert admits(PRO, {}, "telefono")
    assert admits(manual("soporte"), {"plan": "24x7", "severity": "s1"}, "telefono")
