"""The lines of the matrix by name: people under their level, levels, plans, customers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from django.utils.translation import gettext as _

from acuerdo.console.queries.due import Whose
from acuerdo.console.queries.filters import NOBODY
from acuerdo.console.views.rows import level
from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Organisation
from acuerdo.people.models import Person

#: Lines in their order: under which heading each stands ("" for none), and what it is called.
Names = dict[Whose, tuple[str, str]]


class Member(Protocol):
    """Somebody of the desk."""

    @property
    def pk(self) -> int:
        """Their key."""

    @property
    def name(self) -> str:
        """What they are called."""

    @property
    def level(self) -> str:
        """Their step of the ladder."""


def people(found: Sequence[Whose], agreement: Agreement, staff: Sequence[Member]) -> Names:
    """Everybody who takes cases, under their level, whether or not they have any due: nothing moves when that changes."""
    known = {str(person.pk) for person in staff}
    steps = list(agreement.ladder.steps) if agreement.ladder else []
    gone = [int(whose.value) for whose in found if whose.value not in known and whose.value != NOBODY]
    at: dict[str, list[tuple[Whose, str]]] = {step: [] for step in [*steps, ""]}
    for person in [*staff, *(Person.objects.filter(pk__in=gone) if gone else ())]:
        key = Whose("responsable", str(person.pk))
        if person.level in steps or key in found or not steps:
            at[person.level if person.level in steps else ""].append((key, person.name))
    for whose in found:
        if whose.value == NOBODY:
            at[whose.level if whose.level in steps else ""].append((whose, _("Sin responsable")))
    return {whose: (level_name(step, agreement), name) for step, some in at.items() for whose, name in some}


def level_name(step: str, agreement: Agreement) -> str:
    """«N1 · Primer nivel»."""
    ladder = agreement.ladder
    if ladder is None:
        return ""
    return f"{level(step, agreement)} · {ladder.steps[step].label}" if step in ladder.steps else _("Sin nivel")


def levels(found: Sequence[Whose], agreement: Agreement, _staff: Sequence[Member]) -> Names:
    """Every level of the ladder, and what has none."""
    steps = list(agreement.ladder.steps) if agreement.ladder else []
    keys = [*(Whose("nivel", step) for step in steps), *(whose for whose in found if whose.value not in steps)]
    return {key: ("", level_name(key.value, agreement) or _("Sin nivel")) for key in keys}


def plans(found: Sequence[Whose], agreement: Agreement, _staff: Sequence[Member]) -> Names:
    """Every plan of the manual, and what has none."""
    keys = [*(Whose("plan", plan) for plan in agreement.plans), *(whose for whose in found if whose.value not in agreement.plans)]
    return {key: ("", agreement.label("plan", key.value) if key.value else _("Sin plan")) for key in keys}


def customers(found: Sequence[Whose], _agreement: Agreement, _staff: Sequence[Member]) -> Names:
    """The customers that have something due."""
    named = dict(Organisation.objects.filter(pk__in=[int(whose.value) for whose in found if whose.value]).values_list("pk", "name"))
    return {whose: ("", named[int(whose.value)] if whose.value else _("Sin cliente")) for whose in found}


NAMES: Mapping[str, Callable[[Sequence[Whose], Agreement, Sequence[Member]], Names]] = {
    "persona": people,
    "nivel": levels,
    "plan": plans,
    "cliente": customers,
}
