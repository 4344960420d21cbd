"""The columns of the queue: which there are by the desk's manual, and which somebody looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from acuerdo.console.queries import View
from acuerdo.console.queries.view import OF_THE_MANUAL
from acuerdo.core.agreements import Agreement
from acuerdo.people.models import Person

#: The one that leads to the case: it is always there.
SUBJECT = "asunto"
OF_A_CLOCK = "reloj."
#: The field by which a manual says how much work a case is; its values go from what is done at once to the rest (SGM-044).
EFFORT = "effort"


@dataclass(frozen=True, slots=True)
class Column:
    """One of them: its name in an address, its heading, and what it takes of the page (a class of queue-columns.css)."""

    name: str
    label: str
    size: str

    @property
    def is_always(self) -> bool:
        """Whether nobody can take it away."""
        return self.name == SUBJECT


def offered(agreement: Agreement) -> dict[str, Column]:
    """Every column of a desk, in the order in which they stand unless somebody wants another."""
    named = {
        "numero": _("Número"),
        "vence": _("Tiempo que queda"),
        SUBJECT: _("Asunto"),
        "cliente": _("Cliente"),
        **({"plan": _("Plan")} if agreement.plans else {}),
        "estado": _("Estado"),
        **({"nivel": _("Nivel")} if agreement.ladder else {}),
        "equipo": _("Equipo"),
        "responsable": _("Responsable"),
        "tipo": _("Tipo"),
        "producto": _("Producto"),
        "canal": _("Canal"),
        "etiquetas": _("Etiquetas"),
        "contacto": _("Quién escribió"),
        "abierto": _("Abierto"),
        "actividad": _("Última actividad"),
    }
    known = {name: Column(name, label, name) for name, label in named.items()}
    fields = {f"{OF_THE_MANUAL}{field.id}": field.label for field in agreement.fields.values() if field.values}
    clocks = {f"{OF_A_CLOCK}{rule.id}": rule.label for rule in agreement.clocks.values() if rule.kind == "promise"}
    of_fields = {name: Column(name, label, "dato") for name, label in fields.items()}
    of_clocks = {name: Column(name, label, "reloj") for name, label in clocks.items()}
    return {**known, **of_fields, **of_clocks}


def usual(agreement: Agreement) -> tuple[str, ...]:
    """What is ticked for somebody who has chosen nothing yet: what the desk's manual makes people ask for."""
    wanted = ("numero", "vence", SUBJECT, "cliente", "plan", *(f"{OF_THE_MANUAL}{name}" for name in list(agreement.fields)[:1]))
    wanted += (f"{OF_THE_MANUAL}{EFFORT}", "estado", "nivel", "responsable", "actividad")
    return tuple(dict.fromkeys(name for name in wanted if name in offered(agreement)))


def chosen(person: Person, view: View) -> tuple[str, ...]:
    """Give the columns that the view carries, or else this person's own; none: the row as it is drawn."""
    return view.columns or tuple(str(name) for name in person.queue.get("columns", ()))


def columns_of(names: Iterable[str], agreements: Mapping[int, Agreement]) -> tuple[Column, ...]:
    """Make columns of names; what none of the manuals on the page knows is left out, and the subject is always there."""
    known: dict[str, Column] = {}
    for agreement in agreements.values():
        known |= offered(agreement)
    found = tuple(known[name] for name in dict.fromkeys(names) if name in known)
    return found if not found or any(one.is_always for one in found) else (known[SUBJECT], *found)


def shows_peek(person: Person) -> bool:
    """Whether a case is previewed beside the queue."""
    return person.queue.get("peek") is not False
