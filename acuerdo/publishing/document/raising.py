"""Who is told, and how far a case is raised, when its time runs out or somebody asks."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Escalation
from acuerdo.core.clocks.amounts import number
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Row
from acuerdo.publishing.document.leaf import Leaf, without_empty_columns

BREACH = 1


def escalation(leaf: Leaf) -> Iterator[Block]:
    """Who is told, and how far a case is raised, when its time runs out or somebody asks."""
    rules = leaf.agreement.escalations
    if not rules:
        return
    rows = tuple(
        Row(
            rule.label or when(leaf, rule),
            (Cell(when(leaf, rule), items=limits(leaf, rule)), Cell(leaf.people(rule.tell)), Cell(raised(leaf, rule))),
            rule.source,
            leaf.anchor(rule.source),
        )
        for rule in rules
    )
    notes = tuple(dict.fromkeys(rule.note for rule in rules if rule.note))
    yield without_empty_columns(
        Grid((_("Aviso"), _("Cuándo"), _("A quién se avisa"), _("Sube a")), rows, _("Avisos y escalamiento"), notes=notes)
    )


def when(leaf: Leaf, rule: Escalation) -> str:
    """The occasion of a rule: «Al 80 % del plazo»."""
    if rule.share is None:
        return {
            "opened": _("Al abrirse el caso"),
            "assigned": _("Al asignarse"),
            "by hand": _("Cuando se pide"),
            "asked": _("Cuando lo pide el cliente"),
        }[rule.on]
    if rule.share == BREACH:
        return _("Al vencerse el plazo")
    return _("Al %(share)s %% del plazo") % {"share": number(rule.share * 100, leaf.language)}


def limits(leaf: Leaf, rule: Escalation) -> tuple[str, ...]:
    """To which cases and clocks a rule is restricted, and whether night and holidays stop it."""
    promises = [clock.id for clock in leaf.agreement.rules if clock.kind == "promise"]
    lines = [leaf.where(rule.where)] if rule.where else []
    if rule.share is not None and list(rule.clocks) != promises:
        lines.append(", ".join(leaf.agreement.clocks[name].label for name in rule.clocks))
    theirs = [step for ladder in leaf.agreement.levels.values() if ladder.side == "customer" for step in ladder.steps.values()]
    lines += [_("Lo pide: %(level)s") % {"level": step.label} for step in theirs if step.id in rule.asked_by]
    return (*lines, *([_("También fuera de horario")] if rule.at_once else []))


def raised(leaf: Leaf, rule: Escalation) -> str:
    """The level to which a rule raises a case."""
    ladder = leaf.agreement.ladder
    to = _("El nivel siguiente") if rule.raise_to == "next" else ladder.steps[rule.raise_to].label if ladder and rule.raise_to else ""
    return " · ".join(said for said in (to, handed(leaf, rule)) if said) or "–"


def handed(leaf: Leaf, rule: Escalation) -> str:
    """Who has the case from then on; nothing where it stays with whoever has it."""
    if not rule.assign_to:
        return ""
    known = {"level": _("alguien de su nivel"), "team": _("el equipo de su nivel")}
    to = known[rule.assign_to] if rule.assign_to in known else leaf.people((rule.assign_to,))
    return _("pasa a %(who)s") % {"who": to}
