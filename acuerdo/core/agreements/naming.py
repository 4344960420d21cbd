"""The manual's own names: statuses and their stages, document control, and the facts of a case that arrives unclassified."""

from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.life import Intake, Stage, StatusName
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.values import Control
from acuerdo.core.tickets import Party, Status, party

#: What a status is called where a manual does not say (design/lifecycle.md).
_LABELS = {
    Status.NEW: "Radicado",
    Status.IN_PROGRESS: "En atención",
    Status.WAITING_CUSTOMER: "En espera del cliente",
    Status.WAITING_INTERNAL: "En espera interna",
    Status.WAITING_PROVIDER: "En proveedor",
    Status.WAITING_APPROVAL: "En aprobación",
    Status.SCHEDULED: "Planeado",
    Status.RESOLVED: "Solucionado, en validación",
    Status.CLOSED: "Cerrado",
    Status.CANCELLED: "Anulado",
}


def read_statuses(manual: Table) -> dict[str, StatusName]:
    """All ten statuses, under the names of `[statuses.<status>]` where the manual has its own."""
    inner = manual.table("statuses")
    for name in inner.values:
        inner.refers(name, _LABELS, "status", name)
        inner.asked[name] = None
    return {status.value: _status(status, inner.table(status.value)) for status in Status}


def _status(status: Status, table: Table) -> StatusName:
    whose = table.choice("party", list(Party), "party", party(status).value)
    name = StatusName(
        id=status.value,
        label=table.text("label", _LABELS[status]),
        party=Party(whose) if whose in list(Party) else party(status),
        sentence=table.text("sentence", ""),
        used=table.flag("used", default=True),
        stages=MappingProxyType({stage: _stage(stage, entry) for stage, entry in table.named("stages")}),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return name


def _stage(name: str, table: Table) -> Stage:
    stage = Stage(name, table.text("label"), table.text("sentence", ""))
    table.done()
    return stage


def read_control(manual: Table) -> Control:
    """`[control]`: the document register's line."""
    table = manual.table("control")
    keys = ("code", "version", "effective", "prepared_by", "reviewed_by", "note", "source")
    control = Control(**{key: table.text(key, "") for key in keys})
    table.done()
    return control


def read_intake(manual: Table, known: Known) -> Intake:
    """`[intake]`: provisional facts; an agent decides."""
    table = manual.table("intake")
    facts = table.table("facts")
    for name in facts.names():
        facts.refers(name, known.facts, "field", name)
    intake = Intake(
        facts=MappingProxyType({name: facts.choice(name, values, "value") for name, values in known.facts.items() if name in facts}),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return intake
