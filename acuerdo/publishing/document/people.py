"""How to reach the desk, who attends, and how a case is raised."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Channel, Ladder, Level
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Pair, Pairs, Row
from acuerdo.publishing.document.leaf import Leaf, noted, without_empty_columns


def channels(leaf: Leaf) -> Iterator[Block]:
    """The ways to the desk: what each is for, and when."""
    ways = leaf.agreement.channels.values()
    if not ways:
        return
    rows = tuple(
        Row(
            way.printed or way.label,
            (Cell(purpose(way)), Cell(hours(leaf, way), items=where_else(leaf, way))),
            way.source,
            leaf.anchor(way.source),
        )
        for way in ways
    )
    yield without_empty_columns(Grid((_("Canal"), _("Para qué"), _("Cuándo")), rows, notes=noted((way.label, way.note) for way in ways)))


def purpose(way: Channel) -> str:
    """What a way is for."""
    if way.contingency and not way.opens:
        return _("Seguimiento; abre casos solo en contingencia")
    return _("Abrir casos y hacer seguimiento") if way.opens else _("Hacer seguimiento")


def hours(leaf: Leaf, way: Channel) -> str:
    """When a way is attended."""
    calendars = leaf.agreement.calendars
    return calendars[way.hours].label if way.hours in calendars else _("El horario del plan")


def where_else(leaf: Leaf, way: Channel) -> tuple[str, ...]:
    """Hours by plan, the departments to choose from, and where a message goes that finds the way closed."""
    agreement = leaf.agreement
    lines = [f"{agreement.plans[plan].label}: {agreement.calendars[name].label}" for plan, name in way.hours_by_plan.items()]
    if way.departments:
        lines.append(_("Áreas: %(names)s") % {"names": ", ".join(way.departments.values())})
    if way.otherwise:
        lines.append(_("Fuera de horas, o sin este canal en el plan: %(way)s") % {"way": agreement.channels[way.otherwise].label})
    return tuple(lines)


def contacts(leaf: Leaf) -> Iterator[Block]:
    """What reaches each level by each medium."""
    media = leaf.agreement.contacts.values()
    steps = leaf.agreement.ladder.steps if leaf.agreement.ladder else {}
    reached = [step for step in steps if any(step in medium.at for medium in media)]
    if not media:
        return
    rows = tuple(
        Row(medium.label, tuple(Cell(medium.at.get(step, "–")) for step in reached), medium.source, leaf.anchor(medium.source))
        for medium in media
    )
    yield without_empty_columns(
        Grid((_("Medio"), *(steps[step].label for step in reached)), rows, notes=noted((medium.label, medium.note) for medium in media))
    )


def roles(leaf: Leaf) -> Iterator[Block]:
    """Who takes part, by role."""
    kinds = {
        "agent": _("Atiende los casos"),
        "supervisor": _("Cuida los plazos y reparte el trabajo"),
        "manager": _("Responde por el servicio"),
        "admin": _("Administra la mesa"),
        "auditor": _("Revisa los registros"),
    }
    named = leaf.agreement.roles.values()
    if named:
        items = tuple(Pair(role.label, kinds.get(role.acts_as, ""), clause=role.source, anchor=leaf.anchor(role.source)) for role in named)
        yield Pairs(items, _("Roles"), notes=noted((role.label, role.note) for role in named))


def level(leaf: Leaf, name: str) -> Iterator[Block]:
    """One ladder, from its lowest step up."""
    ladder = leaf.agreement.levels[name]
    rows = tuple(
        Row(
            step.label,
            (Cell(leaf.person(step.role) if step.role else "–"), Cell(reached_from(ladder, step))),
            step.source,
            leaf.anchor(step.source),
        )
        for step in ladder.steps.values()
    )
    notes = noted([(ladder.label, ladder.note), *((step.label, step.note) for step in ladder.steps.values())])
    yield without_empty_columns(
        Grid((_("Nivel"), _("Quién"), _("Se llega desde")), rows, ladder.label, "plain", notes, ladder.source, leaf.anchor(ladder.source))
    )


def reached_from(ladder: Ladder, step: Level) -> str:
    """From which steps a case comes to this one."""
    names = list(ladder.steps)
    place = names.index(step.id)
    if step.from_any:
        return _("Cualquier nivel")
    below = [names[place - 1]] if place else []
    labels = [ladder.steps[name].label for name in dict.fromkeys([*step.reached_from, *below])]
    return ", ".join(labels) or _("Aquí empieza el caso")
