"""The rules of where cases go, each as a sentence."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.people.queries import substitute_of
from acuerdo.tickets.actions.place import Destination
from acuerdo.tickets.models import RoutingRule, Skill


def sentence(rule: RoutingRule, agreement: Agreement, skills: Mapping[str, str]) -> str:
    """Say which cases a rule takes, and where they go."""
    which, where = " ".join(which_cases(rule, agreement)), ", ".join(where_to(rule, agreement, skills))
    if rule.on == RoutingRule.On.BREACHED:
        return _("Cuando se vence un plazo, los casos %(which)s pasan %(where)s.") % {"which": which or _("de cualquiera"), "where": where}
    if rule.on == RoutingRule.On.RAISED:
        to = level_of(agreement, rule.reached) if rule.reached else ""
        when = _("Cuando suben a «%(level)s»") % {"level": to} if to else _("Cuando suben de nivel")
        said = {"when": when, "which": which or _("de cualquiera"), "where": where}
        return _("%(when)s, los casos %(which)s pasan %(where)s.") % said
    if not which:
        return _("Todos los casos van %(where)s.") % {"where": where}
    return _("Los casos %(which)s van %(where)s.") % {"which": which, "where": where}


def which_cases(rule: RoutingRule, agreement: Agreement) -> Iterator[str]:
    """What a rule asks of a case."""
    if rule.type:
        yield _("de tipo %(name)s") % {"name": label_of(agreement, "type", rule.type)}
    if rule.product:
        yield _("de %(name)s") % {"name": label_of(agreement, "product", rule.product)}
    if rule.department:
        yield _("del departamento %(name)s") % {"name": rule.department}
    if rule.organisation:
        yield _("de %(name)s") % {"name": rule.organisation.name}


def where_to(rule: RoutingRule, agreement: Agreement, skills: Mapping[str, str]) -> Iterator[str]:
    """Where a rule sends them."""
    if rule.team:
        yield _("al equipo %(name)s") % {"name": rule.team.name}
    if rule.level:
        yield _("al nivel «%(name)s»") % {"name": level_of(agreement, rule.level)}
    if rule.person:
        yield _("a %(name)s") % {"name": rule.person.name}
    elif rule.shares and rule.skill:
        yield _("a quien sepa %(skill)s, esté en turno y tenga menos casos") % {"skill": skills.get(rule.skill, rule.skill)}
    elif rule.shares:
        yield _("a quien esté en turno y tenga menos casos")


def outcome(to: Destination, number: int, agreement: Agreement, *, at: datetime) -> str:
    """Say where a case would go now; `number` is the rule's among all of them."""
    if to.rule is None and to.team is None:
        return _("Ninguna regla lo toma: quedaría en la cola, sin equipo ni responsable.")
    said = [
        _("Por la regla %(number)s") % {"number": number}
        if to.rule
        else _("Ninguna regla lo toma; por su tipo o su producto, según el manual")
    ]
    if to.team:
        said.append(_("iría al equipo %(name)s") % {"name": to.team.name})
    level = to.level or (to.team.level if to.team else "")
    if level:
        said.append(_("nivel «%(name)s»") % {"name": level_of(agreement, level)})
    said.append(whose(to, at=at))
    return ", ".join(said) + "."


def whose(to: Destination, *, at: datetime) -> str:
    """Say who would have it."""
    if to.person is None:
        shared = to.rule is not None and to.rule.shares
        return _("sin responsable: ahora no hay nadie en turno a quien darlo") if shared else _("sin responsable todavía")
    stand_in = substitute_of(to.person, at)
    if stand_in:
        return _("a %(stand_in)s, que reemplaza a %(name)s") % {"stand_in": stand_in.name, "name": to.person.name}
    return _("a %(name)s") % {"name": to.person.name}


def label_of(agreement: Agreement, fact: str, value: str) -> str:
    """A value in the manual's words; as it is where today's manual no longer knows it."""
    known = agreement.types if fact == "type" else agreement.products
    return known[value].label if value in known else value


def level_of(agreement: Agreement, level: str) -> str:
    """A level in the manual's words."""
    steps = agreement.ladder.steps if agreement.ladder else {}
    return steps[level].label if level in steps else level


def in_manual(agreement: Agreement, field: str, said: str) -> str:
    """What a rule's field holds, in the manual's words; "" where the manual has none for it."""
    if field in ("type", "product"):
        return label_of(agreement, field, said)
    return level_of(agreement, said) if field in ("level", "reached") else ""


def names_of_skills() -> dict[str, str]:
    """What people know, by its short name."""
    return dict(Skill.objects.values_list("slug", "name"))
