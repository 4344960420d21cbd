"""What a case is and how it is classified: fields, types, products, statuses, the most common incidents."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from acuerdo.core.agreements import CaseType, Check
from acuerdo.core.tickets import Party
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Pair, Pairs, Prose, Row
from acuerdo.publishing.document.leaf import Leaf, noted, without_empty_columns


def field(leaf: Leaf, name: str) -> Iterator[Block]:
    """One field's values with the criterion of each; only their names where the manual gives none."""
    chosen = leaf.agreement.fields[name]
    notes = noted([(chosen.label, chosen.note), *((value.label, value.note) for value in chosen.values.values())])
    if not any(value.criterion or value.example for value in chosen.values.values()):
        words = ", ".join(value.printed or value.label for value in chosen.values.values())
        yield Prose("paragraph", _("%(field)s, de mayor a menor: %(values)s.") % {"field": chosen.label, "values": words})
        if notes:
            yield Pairs((), notes=notes)
        return
    values = (
        Pair(
            value.printed or value.label,
            value.criterion or value.example,
            value.example if value.criterion else "",
            value.source,
            leaf.anchor(value.source),
        )
        for value in chosen.values.values()
    )
    yield Pairs(tuple(values), chosen.label, notes=notes)


def types(leaf: Leaf) -> Iterator[Block]:
    """Each type of case: what it is, what is needed to attend it, and why it may come back."""
    kinds = leaf.agreement.types.values()
    if not kinds:
        return
    returns = any(kind.returns for kind in kinds)
    heads = (_("Tipo"), _("Qué es"), _("Qué necesitamos de usted"), *([_("Por qué puede devolverse")] if returns else []))
    rows = []
    for kind in kinds:
        cells = [Cell(kind.criterion, items=gates(kind)), Cell("", items=tuple(kind.needs.values()))]
        cells += [Cell("", items=tuple(kind.returns.values()))] if returns else []
        rows.append(Row(kind.label, tuple(cells), kind.source, leaf.anchor(kind.source)))
    yield without_empty_columns(Grid(heads, tuple(rows), notes=noted((kind.label, kind.note) for kind in kinds)))


def gates(kind: CaseType) -> tuple[str, ...]:
    """What must be settled before a case of a type is begun, and who takes it."""
    said = ((kind.committee, _("Pasa por comité")), (kind.quote, _("Requiere cotización")))
    team = (_("La atiende %(team)s") % {"team": kind.team},) if kind.team else ()
    return (*(words for needed, words in said if needed), *team)


def products(leaf: Leaf) -> Iterator[Block]:
    """What is supported, by which team, with its key in the telephone's menu."""
    offered = leaf.agreement.products.values()
    if not offered:
        return
    keys = any(product.phone_option is not None for product in offered)
    heads = (_("Producto"), _("Quién lo atiende"), *([_("Opción telefónica")] if keys else []))
    rows = []
    for product in offered:
        cells = [Cell(product.team or "–")]
        cells += [Cell("–" if product.phone_option is None else str(product.phone_option))] if keys else []
        rows.append(Row(product.label, tuple(cells), product.source, leaf.anchor(product.source)))
    yield without_empty_columns(Grid(heads, tuple(rows), notes=noted((product.label, product.note) for product in offered)))


def statuses(leaf: Leaf) -> Iterator[Block]:
    """The statuses that this desk uses, and whose turn it is in each."""
    turn = {Party.PROVIDER: _("Nuestro"), Party.CUSTOMER: _("Suyo"), Party.THIRD_PARTY: _("De un tercero"), Party.NOBODY: "–"}
    used = [status for status in leaf.agreement.statuses.values() if status.used]
    rows = tuple(
        Row(
            status.label,
            (Cell(turn[status.party]), Cell(status.sentence, items=tuple(stage.label for stage in status.stages.values()))),
            status.source,
            leaf.anchor(status.source),
        )
        for status in used
    )
    notes = noted((status.label, status.note) for status in used)
    yield without_empty_columns(Grid((_("Estado"), _("De quién es el turno"), _("Qué significa")), rows, notes=notes))


def common_incidents(leaf: Leaf) -> Iterator[Block]:
    """What to verify for each incident, in which order, and who does it."""
    table = leaf.agreement.common_incidents
    for case in table.cases.values():
        rows = []
        for incident in case.incidents.values():
            steps = tuple(step(leaf, check) for check in incident.checks)
            rows.append(Row(incident.label, (Cell("", items=steps, ordered=True),), incident.source, leaf.anchor(incident.source)))
        notes = noted((incident.label, incident.note) for incident in case.incidents.values())
        yield without_empty_columns(Grid((_("Incidente"), _("Qué se verifica, en orden, y quién")), tuple(rows), case.label, notes=notes))
    remarks = (*table.footnotes, *noted([("", table.note), *((owner.label, owner.note) for owner in table.owners.values())]))
    if remarks:
        yield Pairs((), notes=remarks)


def step(leaf: Leaf, check: Check) -> str:
    """«Verificar la conexión (Mesa de Servicio)»."""
    table = leaf.agreement.common_incidents
    owner = table.owners[check.owner].label if check.owner in table.owners else check.owner
    said = check.check or (_("Ver %(case)s") % {"case": table.cases[check.see].label} if check.see in table.cases else "")
    return f"{check.when}: {said} ({owner})" if check.when else f"{said} ({owner})"
