"""Who attends: roles, escalation ladders, and whom to tell when a clock is about to break."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.values import Escalation, Ladder, Level, Role
from acuerdo.core.agreements.where import read_where
from acuerdo.core.clocks import ClockRule, Kind

#: The product's own roles, which every manual renames.
ROLES = ("agent", "supervisor", "manager", "admin", "auditor")

#: Whose a ladder, or a check, is.
SIDES = ("provider", "customer")
_OCCASIONS = ("opened", "assigned", "by hand", "asked")
#: Whom an escalation may name besides roles, to be told and to have the case.
_PEOPLE, _HOLDERS = ("assignee", "team"), ("level", "team")


def read_roles(manual: Table) -> dict[str, Role]:
    """Every `[roles.<name>]`."""
    roles = {}
    for name, table in manual.named("roles"):
        roles[name] = Role(
            id=name,
            label=table.text("label"),
            acts_as=table.choice("acts_as", ROLES, "role"),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return roles


def read_ladders(manual: Table, roles: Collection[str]) -> dict[str, Ladder]:
    """Every `[levels.<ladder>]`, with its steps from the lowest up."""
    return {name: _ladder(name, table, roles) for name, table in manual.named("levels")}


def _ladder(name: str, table: Table, roles: Collection[str]) -> Ladder:
    known = table.keys("steps")
    steps = {step: _level(step, entry, known, roles) for step, entry in table.named("steps")}
    if not steps:
        table.book.fault(table.path, "no_escalation_steps", value=name)
    ladder = Ladder(
        id=name,
        label=table.text("label"),
        side=table.choice("side", SIDES, "side", "provider"),
        steps=MappingProxyType(steps),
        start=table.choice("start", known, "level", known[0] if known else ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return ladder


def _level(name: str, table: Table, known: Collection[str], roles: Collection[str]) -> Level:
    from_any = table.values.get("reached_from") == "any"
    if from_any:
        table.text("reached_from")
    level = Level(
        id=name,
        label=table.text("label"),
        role=table.choice("role", roles, "role", ""),
        reached_from=() if from_any else table.choices("reached_from", known, "level", ()),
        from_any=from_any,
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return level


def read_escalations(
    manual: Table, known: Known, rules: Mapping[str, ClockRule], roles: Collection[str], ladders: Mapping[str, Ladder]
) -> tuple[Escalation, ...]:
    """Every `[[escalation]]`."""
    steps = [step for ladder in ladders.values() if ladder.side == "provider" for step in ladder.steps]
    theirs = [step for ladder in ladders.values() if ladder.side == "customer" for step in ladder.steps]
    names = {"people": [*_PEOPLE, *roles], "holders": [*_HOLDERS, *roles], "steps": ["next", *steps], "theirs": theirs}
    return tuple(_escalation(table, known, rules, **names) for table in manual.tables("escalation"))


def _escalation(
    table: Table,
    known: Known,
    rules: Mapping[str, ClockRule],
    *,
    people: Collection[str],
    holders: Collection[str],
    steps: Collection[str],
    theirs: Collection[str],
) -> Escalation:
    promises = tuple(rule.id for rule in rules.values() if rule.kind is Kind.PROMISE)
    share = _share(table)
    clocks = table.choices("clocks", promises, "clock", promises if share else ())
    on = "" if share else table.choice("on", _OCCASIONS, "occasion")
    if share and share < 1:
        _refuse_unwarned(table, share, [rules[name] for name in clocks if name in rules])
    escalation = Escalation(
        on=on,
        share=share,
        clocks=clocks,
        where=read_where(table, known),
        tell=table.choices("tell", people, "person"),
        raise_to=table.choice("raise_to", steps, "level", ""),
        assign_to=table.choice("assign_to", holders, "person", ""),
        asked_by=table.choices("asked_by", theirs, "level", ()),
        at_once=table.flag("at_once"),
        label=table.text("label", ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return escalation


def _share(table: Table) -> Fraction | None:
    """`at = 0.8`, a share of the target, or `at = "breach"`; None where the rule is `on` an event."""
    written = table.get("at", (str, float), None)
    if written is None:
        return None
    if written == "breach":
        return Fraction(1)
    share = Fraction(str(written)) if isinstance(written, float) else Fraction(0)
    if not 0 < share < 1:
        table.fault("at", "bad_share", value=written)
        return Fraction(1)
    return share


def _refuse_unwarned(table: Table, share: Fraction, rules: Collection[ClockRule]) -> None:
    """Find fault with a share at which no alarm rings: it would tell nobody."""
    for rule in rules:
        if share not in rule.warn_at:
            shares = ", ".join(str(float(each)) for each in rule.warn_at)
            table.fault("at", "no_such_warning", value=float(share), clock=rule.id, known=shares or "–")
