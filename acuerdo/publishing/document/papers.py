"""What a manual says around its times: changes, availability, money, messages, replies, reports and records."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from django.utils.translation import gettext as _

from acuerdo.core.agreements import ChangeRole, ChangeType, Committee
from acuerdo.core.agreements.references import known
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Pair, Pairs, Prose, Row
from acuerdo.publishing.document.leaf import Leaf, noted, without_empty_columns

Named = TypeVar("Named", ChangeType, ChangeRole)


def changes(leaf: Leaf) -> Iterator[Block]:
    """Types of change, who decides, by which criteria."""
    said = leaf.agreement.changes
    yield from named(leaf, _("Tipos de cambio"), {kind: (kind.criterion, "; ".join(kind.examples)) for kind in said.types.values()})
    yield from named(leaf, _("Quién hace qué"), {role: (role.duty, "") for role in said.roles.values()})
    for committee in said.committees.values():
        yield committee_of(leaf, committee)
    for label, words in ((_("Criterios"), said.criteria), (_("Qué debe traer una solicitud"), said.acceptance), (_("Etapas"), said.stages)):
        yield from listed(label, words)
    if said.proposal_for:
        names = ", ".join(leaf.agreement.label("type", name) for name in said.proposal_for)
        yield Prose("paragraph", _("Empiezan cuando usted aprueba la propuesta: %(types)s.") % {"types": names})
    yield from (Prose("paragraph", text) for text in (said.form, said.windows) if text)
    if said.note:
        yield Pairs((), notes=(said.note,))


def named(leaf: Leaf, label: str, words: Mapping[Named, tuple[str, str]]) -> Iterator[Block]:
    """Types or roles of a change, each with its words, if there are any."""
    if words:
        items = tuple(Pair(each.label, *said, clause=each.source, anchor=leaf.anchor(each.source)) for each, said in words.items())
        yield Pairs(items, label, notes=noted((each.label, each.note) for each in words))


def committee_of(leaf: Leaf, committee: Committee) -> Pairs:
    """A committee: what it decides on, when it meets, and who sits in it."""
    agreement = leaf.agreement
    decides = [agreement.changes.types[name].label for name in committee.changes]
    decides += [agreement.label("type", name) for name in committee.types]
    items = [
        Pair(_("Qué hace"), committee.duty),
        Pair(_("Decide sobre"), ", ".join(decides)),
        Pair(_("Planes"), leaf.plans(committee.plans) if committee.plans else ""),
        Pair(_("Se reúne"), leaf.every(committee.every)),
        Pair(_("Lo integran"), ", ".join(member_of(leaf, name) for name in committee.members)),
        Pair(_("Puede informarse a"), ", ".join(member_of(leaf, name) for name in committee.may_be_told)),
    ]
    return Pairs(tuple(item for item in items if item.meaning), committee.label, notes=noted([("", committee.note)]))


def member_of(leaf: Leaf, name: str) -> str:
    """A role of the life of a change, or of the desk."""
    own = leaf.agreement.changes.roles
    return own[name].label if name in own else leaf.person(name)


def listed(label: str, words: Mapping[str, str]) -> Iterator[Block]:
    """Words under a heading, if there are any."""
    if words:
        yield Prose("heading", label)
        yield Prose("list", items=tuple(words.values()))


def availability(leaf: Leaf) -> Iterator[Block]:
    """What each plan promises of the platform, and what does not count against it."""
    said = leaf.agreement.availability
    shares = known("availability", leaf.agreement, leaf.language)
    if shares and said.excluded:
        plans = leaf.agreement.plans
        items = tuple(Pair(plans[name].label, f"{share} %", leaf.every(said.every)) for name, share in shares.items())
        yield Pairs(items, _("Disponibilidad comprometida"))
    if said.excluded:
        items = tuple(
            Pair(each.label, each.criterion, clause=each.source, anchor=leaf.anchor(each.source)) for each in said.excluded.values()
        )
        notes = noted([("", said.note), *((each.label, each.note) for each in said.excluded.values())])
        yield Pairs(items, _("Qué no cuenta"), notes=notes)
    elif said.note:
        yield Pairs((), notes=(said.note,))


def notifications(leaf: Leaf) -> Iterator[Block]:
    """Who is told of what, and by which way."""
    told = leaf.agreement.notifications.values()
    if not told:
        return
    rows = []
    for notice in told:
        name = notice.label + (f" ({_('si se decide')})" if notice.optional else "")
        whom = Cell(leaf.people(notice.tell), items=(leaf.where(notice.where),) if notice.where else ())
        cells = (whom, Cell(leaf.channels(notice.by)), Cell(notice.says or "–"))
        rows.append(Row(name, cells, notice.source, leaf.anchor(notice.source)))
    notes = noted((notice.label, notice.note) for notice in told)
    yield without_empty_columns(Grid((_("Aviso"), _("A quién"), _("Por dónde"), _("Qué dice")), tuple(rows), notes=notes))


def replies(leaf: Leaf) -> Iterator[Block]:
    """What a formal reply must say."""
    for reply in leaf.agreement.replies.values():
        yield Prose("heading", reply.label)
        yield Prose("list", items=tuple(reply.printed.get(name, words) for name, words in reply.points.items()))
        lines = [
            (_("La da"), leaf.person(reply.by) if reply.by else ""),
            (_("Por"), leaf.channels([reply.channel]) if reply.channel else ""),
        ]
        items = tuple(Pair(term, words) for term, words in (*lines, (_("Qué se hace"), "; ".join(reply.activities))) if words)
        if items or reply.note:
            yield Pairs(items, notes=noted([("", reply.note)]))


def reports(leaf: Leaf) -> Iterator[Block]:
    """What is reported, how often and to whom."""
    made = leaf.agreement.reports.values()
    if not made:
        return
    rows = []
    for report in made:
        cells = (
            Cell("", items=report.contains),
            Cell(leaf.every(report.every) or "–"),
            Cell(leaf.people(report.to) or "–"),
            Cell(leaf.plans(report.plans)),
        )
        rows.append(Row(report.label, cells, report.source, leaf.anchor(report.source)))
    notes = noted((report.label, report.note) for report in made)
    yield without_empty_columns(
        Grid((_("Informe"), _("Qué trae"), _("Cada cuánto"), _("Para quién"), _("Planes")), tuple(rows), notes=notes)
    )


def audit(leaf: Leaf) -> Iterator[Block]:
    """What is kept of every action."""
    said = leaf.agreement.audit
    yield from listed(_("Qué se registra"), said.records)
    yield from listed(_("Campos del registro"), said.fields)
    if said.extra_fields:
        yield Prose("paragraph", _("La mesa puede añadir %(n)d campos más.") % {"n": said.extra_fields})
    if said.note:
        yield Pairs((), notes=(said.note,))
