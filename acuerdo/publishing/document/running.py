"""How each promised time runs: what starts it, what stops it, and when it stands still."""

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.clocks import ClockRule, Kind, OnReopen
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Row
from acuerdo.publishing.document.leaf import Leaf, noted


def clocks(leaf: Leaf) -> Iterator[Block]:
    """Every clock of the manual, as a customer reads its rules."""
    rules = leaf.agreement.clocks.values()
    if not rules:
        return
    rows = tuple(Row(rule.label, cells(leaf, rule), rule.source, leaf.anchor(rule.source)) for rule in rules)
    heads = (_("Plazo"), _("Empieza"), _("Se detiene"), _("No corre mientras"), _("Si el caso se reabre"))
    yield Grid(heads, rows, notes=noted((rule.label, rule.note) for rule in rules))


def cells(leaf: Leaf, rule: ClockRule) -> tuple[Cell, ...]:
    """What is said of one clock."""
    statuses = leaf.agreement.statuses
    pauses = ", ".join(statuses[name].label for name in rule.pauses_in)
    return (
        Cell(capfirst(happening(leaf, rule.starts))),
        Cell(capfirst(any_of(leaf, rule.stops)) or _("Con el fin del caso")),
        Cell(pauses or _("Corre siempre")),
        Cell(reopened(rule)),
    )


def any_of(leaf: Leaf, events: Iterable[str]) -> str:
    """Several events of which the first counts."""
    return _(" o ").join(happening(leaf, event) for event in events)


def happening(leaf: Leaf, event: str) -> str:
    """When an event of a case happens, in words; one of the manual's own has them from there."""
    words = {
        "opened": _("al crearse el caso"),
        "ready": _("al crearse el caso, o con la última aprobación que haga falta"),
        "responded": _("al responderle una persona"),
        "customer_wrote": _("al escribirnos usted"),
        "resolved": _("al entregarse la solución"),
        "reopened": _("al reabrirse el caso"),
        "closed": _("al cerrarse el caso"),
        "promised": _("al acordarse la fecha"),
    }
    return words.get(event) or _("con «%(step)s»") % {"step": leaf.agreement.milestones[event]}


def reopened(rule: ClockRule) -> str:
    """What a reopening does to a clock that has stopped."""
    if rule.kind is Kind.WINDOW:
        return _("Vuelve a correr con la siguiente solución")
    return {
        OnReopen.IGNORE: _("Queda como estaba"),
        OnReopen.RESUME: _("Sigue donde iba"),
        OnReopen.RESTART: _("Empieza de nuevo"),
    }[rule.on_reopen]
