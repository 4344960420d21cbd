"""What every part of the document is written with: the manual, the year, the language, and which anchors are taken."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress

from django.utils.text import slugify
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Target, target_in_words
from acuerdo.publishing.document.blocks import Cell, Grid

#: What a printed time and its words in full may differ in and still say the same.
_SAME = re.compile(r"[\s.*]+")


def anchor_of(clause: str) -> str:
    """The id of a clause in the page: PRO-T2.10 gives pro-t2.10."""
    return re.sub(r"[^a-z0-9.-]+", "-", clause.lower()).strip("-")


@dataclass
class Leaf:
    """One writing of one manual. `shown` holds the tables of times that stand in it already, by their place in the file."""

    agreement: Agreement
    year: int
    taken: set[str] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)

    @property
    def language(self) -> str:
        """The manual's language as the core names it."""
        return "en" if self.agreement.language.startswith("en") else "es"

    @cached_property
    def times(self) -> frozenset[str]:
        """The anchors of promised times: a deadline leads to its own line, not to a section that names the clause too."""
        return frozenset(anchor_of(cell.source) for table in self.agreement.targets for cell in table.cells)

    def anchor(self, clause: str, *, time: bool = False) -> str:
        """An id for a clause, once: the first place that says it has it."""
        name = anchor_of(clause)
        if not name or name in self.taken or (name in self.times and not time):
            return ""
        self.taken.add(name)
        return name

    def heading(self, title: str) -> str:
        """An id for a title that has no clause, never one that is taken."""
        name = base = slugify(title) or "parte"
        number = 1
        while name in self.taken:
            number += 1
            name = f"{base}-{number}"
        self.taken.add(name)
        return name

    def time(self, target: Target | None, printed: str) -> Cell:
        """A promised time: the printed words, and what they mean where they do not say it themselves."""
        if target is None:
            said = "" if printed == "none" else printed
            return Cell(said or _("Sin plazo"), means=_("Aquí no corre este plazo.") if said else "", strong=bool(said))
        means = target_in_words(target, self.language)
        words = means if printed in {"", str(target)} else printed
        return Cell(words, means="" if same(words, means) else means, strong=True)

    def where(self, where: Mapping[str, Iterable[str]]) -> str:
        """To which cases a rule is restricted: «Plan Empresarial; Alto o Crítico»."""
        return "; ".join(_(" o ").join(self.agreement.label(fact, value) for value in values) for fact, values in where.items())

    def plans(self, plans: Iterable[str]) -> str:
        """The plans by their names; every plan where none is named."""
        return ", ".join(self.agreement.plans[plan].label for plan in plans) or _("Todos")

    def person(self, name: str) -> str:
        """Who a rule names, as a customer reads it."""
        if name in self.agreement.roles:
            return self.agreement.roles[name].label
        ladder, _dot, step = name.partition(".")
        if step and ladder in self.agreement.levels:
            return self.agreement.levels[ladder].steps[step].label
        return {
            "customer": _("Usted"),
            "customers": _("Todos los clientes"),
            "assignee": _("Quien atiende el caso"),
            "team": _("Su equipo"),
        }.get(name, name)

    def people(self, names: Iterable[str]) -> str:
        """Several of them."""
        return ", ".join(self.person(name) for name in names)

    def channels(self, names: Iterable[str]) -> str:
        """Ways to the desk by their names; the product's own screen has none in the manual."""
        return ", ".join(
            self.agreement.channels[name].label if name in self.agreement.channels else _("Pantalla de la mesa") for name in names
        )

    def every(self, period: str) -> str:
        """How often, in words."""
        return {
            "day": _("Cada día"),
            "week": _("Cada semana"),
            "month": _("Cada mes"),
            "quarter": _("Cada trimestre"),
            "half year": _("Cada semestre"),
            "year": _("Cada año"),
            "as agreed": _("Según lo acordado"),
            "as needed": _("Cuando hace falta"),
        }.get(period, "")


def same(printed: str, means: str) -> bool:
    """Whether the printed words say all that the full ones do: «24 HORAS*» and «24 horas», «< 2 días» and «menos de 2 días»."""
    said, full = (_SAME.sub(" ", text.casefold().replace("<", "menos de ")).strip() for text in (printed, means))
    return said == full


def noted(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The notes of a table's lines, each with the name of its line; those that are empty left out."""
    return tuple(f"{name}: {note}" if name else note for name, note in named if note)


def without_empty_columns(grid: Grid) -> Grid:
    """A table without the columns in which no line says anything."""
    said = [
        any(row.cells[place].words not in {"", "–"} or row.cells[place].items for row in grid.rows) for place in range(len(grid.heads) - 1)
    ]
    rows = tuple(replace(row, cells=tuple(compress(row.cells, said))) for row in grid.rows)
    return replace(grid, heads=(grid.heads[0], *compress(grid.heads[1:], said)), rows=rows)
