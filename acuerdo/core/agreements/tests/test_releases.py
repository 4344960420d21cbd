"""The version that a customer names, held against the product's latest (DIG-021, DIG-065)."""

import pytest

from acuerdo.core.agreements import is_older, outdated
from acuerdo.core.agreements.releases import version_in
from acuerdo.core.agreements.tests.shipped import manual

INCIDENT = manual("digitalware").types["incidente"]


@pytest.mark.parametrize(
    ("said", "latest"),
    [("26.3", "26.4"), ("KACTUS 26.3.9", "26.4"), ("v26", "27.1"), ("25.12", "26.4"), ("Windows 11, 26.3", "26.4")],
)
def test_a_version_that_comes_before_the_latest_is_older_dig_065(said: str, latest: str) -> None:
    assert is_older(said, latest)


@pytest.mark.parametrize(
    ("said", "latest"),
    [
        ("26.4", "26.4"),
        ("26.4.0", "26.4"),
        ("26.10", "26.4"),
        ("27", "26.4"),
        ("26", "26.4"),
        ("26.4", "26.4.2.1"),
        ("la última", "26.4"),
        ("", "26.4"),
        ("26.3", ""),
        ("26.3", "Invierno"),
        ("26.3 o 26.4", "26.4"),
        ("9" * 5000, "26.4"),
    ],
)
def test_what_is_the_same_newer_or_unsure_is_not_older(said: str, latest: str) -> None:
    assert not is_older(said, latest)


def test_the_number_is_found_among_other_words() -> None:
    assert version_in("Versión 26.3.1 (build 4410)") == (26, 3, 1)
    assert version_in("la 7") == (7,)


def test_an_older_version_lacks_the_point_that_the_manual_compares_it_by_unless_the_case_is_exempt_dig_a12_dig_066() -> None:
    known = {"version": {"state": "present", "said": "26.3"}, "actualizacion": {"state": "present", "said": "si"}}

    assert outdated(INCIDENT, {"plan": "on-premise", "priority": "p3"}, known, "26.4") == {"actualizacion": "26.3"}
    assert outdated(INCIDENT, {"plan": "on-premise", "priority": "p1"}, known, "26.4") == {}
    assert outdated(INCIDENT, {"plan": "saas"}, known, "26.4") == {}
    assert outdated(INCIDENT, {"plan": "on-premise"}, {}, "26.4") == outdated(None, {}, known, "26.4") == {}
