"""To whom a case goes (DIG-008, PRO-025, PRO-052)."""

from acuerdo.core.tickets import Colleague, Route, least_loaded, route

KACTUS = Route({"product": "kactus"}, team="soporte-kactus")
BIG = Route({"organisation": "7", "type": "incidente"}, team="cuentas", person=4)
REST = Route({}, team="mesa", level="n1")


def test_the_first_rule_that_fits_decides():
    assert route([BIG, KACTUS, REST], {"product": "kactus", "type": "consulta"}) is KACTUS
    assert route([BIG, KACTUS, REST], {"product": "kactus", "type": "incidente", "organisation": 7}) is BIG


def test_a_rule_that_asks_for_nothing_takes_what_is_left():
    assert route([KACTUS, REST], {"type": "consulta"}) is REST
    assert route([KACTUS], {"type": "consulta"}) is None
    assert route([Route({"product": ""}, team="mesa")], {}) is not None


def test_whoever_is_there_and_has_the_fewest_gets_it():
    assert least_loaded([Colleague(1, 5), Colleague(2, 1, on_duty=False), Colleague(3, 2)]) == 3
    assert least_loaded([Colleague(1, 2), Colleague(2, 2)]) == 1
    assert least_loaded([Colleague(1, 0, on_duty=False)]) is None
    assert least_loaded([]) is None
