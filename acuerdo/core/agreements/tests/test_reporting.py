"""Who may report, and what becomes of a caller, by each manual."""

import pytest

from acuerdo.core.agreements import Taking, may_report, taking
from acuerdo.core.agreements.tests.shipped import manual


@pytest.mark.parametrize(
    ("level", "authorised", "may"),
    [("n0", False, False), ("n1", False, False), ("n2", False, True), ("n3", False, False), ("n0", True, True), ("", False, False)],
)
def test_level_two_reports_or_whoever_is_authorised_dig_005_dig_040(level, authorised, may) -> None:
    assert may_report(manual("digitalware").reporting, is_authorised=authorised, level=level) is may


def test_anybody_raises_a_pqrsf_dig_011() -> None:
    digitalware = manual("digitalware")

    assert may_report(digitalware.reporting, is_authorised=False, level="", is_public=digitalware.types["pqrsf"].public)


@pytest.mark.parametrize("name", ["proware", "soporte", "interwapp", "sgm"])
def test_elsewhere_every_contact_reports(name) -> None:
    assert may_report(manual(name).reporting, is_authorised=False, level="")


def caller(name, channel, *, may=True, contingency=False):
    agreement = manual(name)
    return taking(agreement.reporting, agreement.channels.get(channel), may=may, in_contingency=contingency)


def test_a_call_opens_no_case_but_asks_for_the_mail_pro_a10_int_123() -> None:
    assert caller("proware", "telefono") is caller("interwapp", "telefono") is caller("proware", "presencial") is Taking.ASK_FOR_MAIL
    assert caller("proware", "chat") is Taking.OPEN


def test_a_call_opens_a_case_sgm_020() -> None:
    assert caller("sgm", "telefono") is Taking.OPEN


def test_only_authorised_callers_are_taken_except_in_a_contingency_dig_a7() -> None:
    assert caller("digitalware", "telefono") is Taking.OPEN
    assert caller("digitalware", "telefono", may=False) is Taking.ASK_AUTHORISED
    assert caller("digitalware", "whatsapp", may=False, contingency=True) is Taking.OPEN
