"""Which cases one looks at. It lives in the address, so that it can be kept, sent and gone back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone

from acuerdo.core.tickets import Place

#: What fits a case's number.
DIGITS = 9
ENDED = ["closed", "cancelled"]
WHOSE = ("todos", "mios", "nivel", "nadie")
GROUPS: Mapping[str, Place] = {
    "escribieron": Place.WROTE_AFTER_SOLUTION,
    "sin-cliente": Place.WITHOUT_CUSTOMER,
    "vencimiento": Place.RUNNING,
    "pausa": Place.PAUSED,
    "sin-reloj": Place.WITHOUT_CLOCK,
    "validacion": Place.WITH_CUSTOMER,
}
#: The cases that are no longer in the queue.
GONE = "terminados"
#: The facts that an address may name, besides those of the manual, which begin with `dato.`.
FACTS = (
    *("estado", "plan", "tipo", "producto", "canal", "nivel", "equipo", "responsable", "cliente", "etiqueta", "reloj"),
    *("vence", "turno", "aprobacion", "reabierto"),
)
OF_THE_MANUAL = "dato."
#: Of one fact so many values, and so long ones, are read from an address.
VALUES, LONGEST = 20, 60
#: So many columns are read from one.
COLUMNS = 30

Chosen = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class View:
    """Whose cases, which group of the queue, words, what is chosen of each fact, and in which columns (none: as each looks at it).

    `seen_at`: when somebody looks.
    """

    whose: str = "todos"
    group: str = ""
    words: str = ""
    chosen: Chosen = ()
    columns: tuple[str, ...] = ()
    seen_at: datetime = field(default_factory=timezone.now, compare=False)

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read it from an address; what it does not know is as if it were not there."""
        whose, group = query.get("de", ""), query.get("grupo", "")
        return cls(
            whose=whose if whose in WHOSE else "todos",
            group=group if group in GROUPS or group == GONE else "",
            words=query.get("q", "").strip()[:100],
            chosen=tuple(sorted(chosen_in(query).items())),
            columns=tuple(dict.fromkeys(name[:LONGEST] for name in query.get("columnas", "").split()[:COLUMNS])),
        )

    @property
    def ended(self) -> bool:
        """Whether it is of cases that have ended."""
        return self.group == GONE

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out besides by its words."""
        return self.whose != "todos" or bool(self.group) or bool(self.chosen)

    def with_(self, **changes: str) -> str:
        """Give the address's query of this view with something else chosen."""
        said = {"de": self.whose, "grupo": self.group, "q": self.words, "columnas": " ".join(self.columns), **changes}
        kept = [(name, value) for name, value in said.items() if value and (name, value) != ("de", "todos")]
        kept += [(name, value) for name, values in self.chosen for value in values]
        return f"?{urlencode(kept)}" if kept else ""

    def without(self, name: str) -> str:
        """Give the address's query of this view with nothing chosen of a fact."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != name)).query

    @cached_property
    def query(self) -> str:
        """Give the address's query of this view; a page of a case asks for it thirty times."""
        return self.with_()

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Give what a form keeps hidden while it changes what is chosen."""
        said = {"de": self.whose if self.whose != "todos" else "", "grupo": self.group, "q": self.words, "columnas": " ".join(self.columns)}
        return [(name, value) for name, value in said.items() if value]


def chosen_in(query: QueryDict) -> dict[str, tuple[str, ...]]:
    """Read what is chosen of each fact; the same twice is once."""
    names = [name for name in query if name in FACTS or (name.startswith(OF_THE_MANUAL) and len(name) <= LONGEST)]
    found = {
        name: tuple(dict.fromkeys(said[:LONGEST] for value in query.getlist(name)[:VALUES] if (said := value.strip()))) for name in names
    }
    return {name: values for name, values in found.items() if values}
