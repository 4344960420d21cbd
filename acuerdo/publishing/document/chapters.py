"""The chapters in order: the manual's own sections first, then every rule that they do not show."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, groupby
from string import ascii_uppercase

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement, Section, prose_of
from acuerdo.publishing.document import cases, closing, ending, examples, money, papers, people, plans, raising, running, times, year
from acuerdo.publishing.document.blocks import Block, Chapter, Pairs, Prose
from acuerdo.publishing.document.leaf import Leaf
from acuerdo.publishing.document.lists import listed

Part = Callable[[Leaf], Iterator[Block]]

#: What a section may show, by the name that a manual gives it; `fields.<id>`, `targets.<clock>` and `levels.<ladder>` besides.
PARTS: dict[str, Part] = {
    "plans": plans.plans,
    "calendars": year.calendars,
    "holidays": year.holidays,
    "types": cases.types,
    "products": cases.products,
    "channels": people.channels,
    "contacts": people.contacts,
    "catalogue": times.catalogue,
    "common_incidents": cases.common_incidents,
    "clocks": running.clocks,
    "targets": times.targets,
    "statuses": cases.statuses,
    "escalation": raising.escalation,
    "roles": people.roles,
    "closure": closing.closure,
    "survey": closing.survey,
    "changes": papers.changes,
    "availability": papers.availability,
    "billing": money.billing,
    "services.included": money.services_included,
    "services.other": money.services_other,
    "guarantees": money.guarantees,
    "suspensions": money.suspensions,
    "fees": money.fees,
    "notifications": papers.notifications,
    "replies": papers.replies,
    "reports": papers.reports,
    "audit": papers.audit,
    "examples": examples.examples,
    "glossary": ending.glossary,
    "control": ending.control,
}

#: Those that are of one field, one clock or one ladder.
PARTS_OF: dict[str, Callable[[Leaf, str], Iterator[Block]]] = {"fields": cases.field, "targets": times.targets, "levels": people.level}
MONEY = ("billing", "services.included", "services.other", "guarantees", "suspensions", "fees")


def chapters(leaf: Leaf) -> Iterator[Chapter]:
    """Every chapter. A rule stands where the manual puts it; one that it puts nowhere follows behind, so that none is missing."""
    shown: set[str] = set()
    sections = leaf.agreement.document
    leaf.taken.update(section.id for section in sections)
    for section in sections:
        shown.update(section.shows)
        yield of_section(leaf, section)
    numbers = iter(ascii_uppercase) if sections else map(str, count(1))
    for title, names in rest(leaf.agreement):
        blocks = tuple(block for name in names if name not in shown for block in part(leaf, name))
        if blocks:
            yield Chapter(leaf.heading(title), next(numbers), title, blocks)


def rest(agreement: Agreement) -> Iterator[tuple[str, Iterable[str]]]:
    """The chapters of a manual without sections, with the parts of each."""
    named = {kind: [f"{kind}.{name}" for name in names] for kind, names in (("fields", agreement.fields), ("levels", agreement.levels))}
    yield _("Planes"), ["plans"]
    yield _("Cómo se clasifica un caso"), [*named["fields"], "types"]
    yield _("Tiempos comprometidos"), ["targets"]
    yield _("Cómo corren los plazos"), ["clocks"]
    yield _("Catálogo de solicitudes"), ["catalogue"]
    yield _("Incidentes más comunes"), ["common_incidents"]
    yield _("Canales y productos"), ["channels", "contacts", "products"]
    yield _("Horarios y festivos"), ["calendars", "holidays"]
    yield _("Quién atiende y a quién se avisa"), [*named["levels"], "roles", "escalation"]
    yield _("Estados, cierre y encuesta"), ["statuses", "closure", "survey"]
    yield _("Control de cambios"), ["changes"]
    yield _("Disponibilidad y condiciones"), ["availability", *MONEY]
    yield _("Avisos, respuestas e informes"), ["notifications", "replies", "reports", "audit"]
    yield _("Ejemplos resueltos"), ["examples"]
    yield _("Glosario"), ["glossary"]
    yield _("Control del documento"), ["control"]


def of_section(leaf: Leaf, section: Section) -> Chapter:
    """One section of the manual: its prose, the tables it shows, and how it is read."""
    blocks = [*prose(leaf, section), *(block for name in section.shows for block in part(leaf, name))]
    if section.note:
        blocks.append(Pairs((), notes=(section.note,)))
    clause = section.source
    return Chapter(section.id, section.number, section.title, tuple(blocks), section.depth, clause, leaf.anchor(clause))


def prose(leaf: Leaf, section: Section) -> Iterator[Prose]:
    """The text of a section; items beside each other are one list."""
    for kind, beside in groupby(prose_of(section, leaf.agreement), key=lambda block: block.kind):
        texts = [block.text for block in beside]
        if kind == "item":
            yield from listed(texts)
        else:
            yield from (Prose("heading" if kind == "heading" else "paragraph", text) for text in texts)


def part(leaf: Leaf, name: str) -> Iterator[Block]:
    """One part by its name."""
    if name in PARTS:
        return PARTS[name](leaf)
    kind, _dot, of = name.partition(".")
    return PARTS_OF[kind](leaf, of)
