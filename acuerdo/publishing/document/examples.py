"""Worked examples, carried out: the same engine that runs the cases draws their bars."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Example
from acuerdo.core.agreements.happenings import Vocabulary, read_happenings
from acuerdo.core.clocks import Clock, Kind, explain, fold, sentence
from acuerdo.publishing.document.blocks import Block, Pair, Worked
from acuerdo.publishing.document.leaf import Leaf
from acuerdo.ui.axis import times_of
from acuerdo.ui.components import ClockBar, Pin
from acuerdo.ui.lanes import lanes
from acuerdo.ui.moments import long
from acuerdo.ui.reckoning import brief, reckoning, what_passed


def examples(leaf: Leaf) -> Iterator[Block]:
    """Every example of the manual."""
    yield from (worked(leaf, example) for example in leaf.agreement.examples)


def worked(leaf: Leaf, example: Example) -> Worked:
    """An example: its story, its dates, and how the one that comes last is counted."""
    agreement = leaf.agreement
    words = Vocabulary(agreement.facts, agreement.milestones, agreement.zone)
    happenings = read_happenings(list(example.happenings), example.facts, words)
    last = max(example.due, key=lambda name: example.due[name], default="")
    # At its deadline, not before: the reckoning is then complete.
    now = max(example.now, example.due.get(last, example.now))
    clocks = {clock.id: clock for clock in fold(happenings, agreement.terms(), now)}
    terms = agreement.terms()
    told = explain(clocks[last], terms, now) if last in clocks else None
    bar = None
    if told:
        days, (lane,) = lanes([times_of(told, what_passed)], now, agreement.zone, days_after=1, with_opens=True)
        pins = [Pin(lane.begins, _("Empieza"), brief(told.clock.counts_from, agreement.zone))]
        pins += (
            [Pin(lane.due_at, _("Plazo"), brief(told.clock.due_at, agreement.zone))]
            if lane.due_at is not None and told.clock.due_at
            else []
        )
        bar = ClockBar(days=days, lane=lane, pins=tuple(pins), label=sentence(told, leaf.language))
    return Worked(
        title=example.title,
        facts=", ".join(agreement.label(name, value) for name, value in example.facts.items()),
        story=tuple(story(leaf, example)),
        answers=tuple(answers(leaf, example.due, clocks)),
        what=agreement.clocks[last].label if last else "",
        bar=bar,
        rows=tuple(reckoning(told, agreement.zone)) if told else (),
        clause=example.source,
    )


def story(leaf: Leaf, example: Example) -> Iterator[Pair]:
    """What happens in an example, in order."""
    for happening in example.happenings:
        at = happening["at"]
        if isinstance(at, datetime):
            local = at if at.tzinfo else at.replace(tzinfo=leaf.agreement.zone)
            yield Pair(capfirst(long(local, local, leaf.agreement.zone)), happened(leaf, happening))


def happened(leaf: Leaf, happening: Mapping[str, object]) -> str:
    """One event in words; a change of status by the status's name."""
    event, status = str(happening["event"]), str(happening.get("status", ""))
    if event == "status" and status in leaf.agreement.statuses:
        return _("Pasa a «%(status)s»") % {"status": leaf.agreement.statuses[status].label}
    if event in leaf.agreement.milestones:
        return leaf.agreement.milestones[event]
    return {
        "opened": _("Se abre el caso"),
        "ready": _("Queda listo para empezar"),
        "responded": _("La mesa responde"),
        "customer_wrote": _("El cliente escribe"),
        "resolved": _("Se entrega la solución"),
        "reopened": _("El caso vuelve a abrirse"),
        "closed": _("Se cierra el caso"),
        "promised": _("Se acuerda una fecha"),
        "classified": _("Se clasifica"),
    }.get(event, event)


def answers(leaf: Leaf, due: Mapping[str, datetime], clocks: Mapping[str, Clock]) -> Iterator[Pair]:
    """When each clock of an example falls due: «antes del …» where the sign is strict."""
    zone = leaf.agreement.zone
    for name, at in due.items():
        strict = name in clocks and clocks[name].target.strict
        window = name in clocks and clocks[name].kind is Kind.WINDOW
        form = _("Antes del %(when)s") if strict else _("El %(when)s") if window else _("A más tardar el %(when)s")
        printed = clocks[name].promise.printed if name in clocks else ""
        yield Pair(leaf.agreement.clocks[name].label, form % {"when": long(at, at, zone)}, printed)
