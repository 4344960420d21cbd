"""Customers from a sheet, weighed line by line before anything is written."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import domain_refusal, normal_domain

#: The sheet's columns; those after the first may be missing or empty.
COLUMNS = ("cliente", "dominios", "plan", "desde", "hasta", "contacto", "correo", "telefono", "cargo", "nivel", "autorizado")
MOST_LINES = 5_000
#: What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t")
YES = frozenset({"si", "sí", "s", "x", "1", "yes", "y", "true", "verdadero"})
CONTACT = {"contacto": "name", "telefono": "phone", "cargo": "job_title", "nivel": "level"}
LONGEST = {"cliente": 160, "contacto": 160, "correo": 254, "telefono": 40, "cargo": 120}


@dataclass(frozen=True)
class Problem:
    """Why a line is refused: a code of `wording.refused_line`, the column, and what was written."""

    code: str
    column: str = ""
    said: str = ""


@dataclass
class Line:
    """A line of the sheet, what it would bring (`organisation`, `contract`, `contact`, `changes`), and what is wrong with it."""

    number: int
    values: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    brings: list[str] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Whether nothing of it is written."""
        return bool(self.problems)


def lines_of(text: str) -> Iterator[Line]:
    """The sheet's lines, whatever parts its columns; names of columns may be in any order and case, empty lines are passed over."""
    head = text.partition("\n")[0]
    rows = csv.reader(StringIO(text.replace("\x00", "")), delimiter=max(";,\t", key=head.count))
    try:
        yield from read_lines(rows)
    except csv.Error as error:
        yield Line(rows.line_num, {}, [Problem("unreadable", said=str(error))])


def read_lines(rows: Any) -> Iterator[Line]:
    """The lines below the names of the columns. Raises csv.Error."""
    names = [name.strip().lower().replace("é", "e") for name in next(rows, [])]
    if "cliente" not in names:
        yield Line(1, {}, [Problem("columns", "cliente", ", ".join(names)[:200])])
        return
    for count, row in enumerate(rows, 1):
        values = {name: plain(cell) for name, cell in zip(names, row, strict=False) if name in COLUMNS}
        if count > MOST_LINES:
            yield Line(rows.line_num, values, [Problem("too_many", said=str(MOST_LINES))])
            return
        if any(values.values()):
            yield Line(rows.line_num, values)


def plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


class Scales:
    """What there is in the desk, and what earlier lines bring."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.organisations = {one.name.casefold(): one for one in Organisation.objects.all()}
        self.contacts = {one.email: one for one in Contact.objects.select_related("organisation")}
        self.contracted = set(Contract.objects.values_list("organisation__name", flat=True))
        self.levels = {
            key: step.id
            for ladder in agreement.levels.values()
            if ladder.side == "customer"
            for step in ladder.steps.values()
            for key in (step.id.casefold(), step.label.casefold())
        }
        self.plans = {key: plan.id for plan in agreement.plans.values() for key in (plan.id.casefold(), plan.label.casefold())}
        self.named: dict[str, str] = {}
        self.seen: set[str] = set()
        self.claimed: dict[str, str] = {}

    def weigh(self, line: Line) -> Line:
        """Say what is wrong with a line; where nothing is, what it brings."""
        said = line.values
        longer = (column for column, most in LONGEST.items() if len(said.get(column, "")) > most)
        line.problems += [Problem("too_long", column, said[column][:40]) for column in longer]
        if not said.get("cliente"):
            line.problems.append(Problem("needed", "cliente"))
            return line
        line.problems += [*self._contract(said), *self._domains(said), *self._contact(said)]
        if not line.problems:
            line.brings = list(self._brings(said))
        return line

    def _contract(self, said: Mapping[str, str]) -> Iterator[Problem]:
        if said.get("plan") and said["plan"].casefold() not in self.plans:
            yield Problem("plan", "plan", said["plan"])
        days = {column: day_in(said.get(column, "")) for column in ("desde", "hasta")}
        yield from (Problem("day", column, said[column]) for column, day in days.items() if said.get(column) and day is None)
        if days["desde"] and days["hasta"] and days["hasta"] < days["desde"]:
            yield Problem("order", "hasta", said["hasta"])

    def _domains(self, said: Mapping[str, str]) -> Iterator[Problem]:
        key = said["cliente"].casefold()
        organisation = self.organisations.get(key)
        for written in words_in(said):
            name = normal_domain(written)
            why = domain_refusal(name, organisation.pk if organisation else None)
            if why or self.claimed.setdefault(name, key) != key:
                yield Problem(f"domain_{why[0]}" if why else "domain_taken", "dominios", name or written)

    def _contact(self, said: Mapping[str, str]) -> Iterator[Problem]:
        email = said.get("correo", "").lower()
        if not email:
            if said.get("contacto"):
                yield Problem("needed", "correo")
            return
        try:
            validate_email(email)
        except ValidationError:
            yield Problem("email", "correo", email[:60])
            return
        known = self.contacts.get(email)
        if known and known.organisation and known.organisation.name.casefold() != said["cliente"].casefold():
            yield Problem("of_another", "correo", f"{email}: {known.organisation.name}")
        elif email in self.seen:
            yield Problem("twice", "correo", email)
        self.seen.add(email)
        if said.get("nivel") and said["nivel"].casefold() not in self.levels:
            yield Problem("level", "nivel", said["nivel"])

    def _brings(self, said: Mapping[str, str]) -> Iterator[str]:
        key = said["cliente"].casefold()
        if key not in self.organisations and key not in self.named:
            yield "organisation"
        name = self.named.setdefault(key, self.organisations[key].name if key in self.organisations else said["cliente"])
        if said.get("plan") and name not in self.contracted:
            self.contracted.add(name)
            yield "contract"
        email = said.get("correo", "").lower()
        if email and email not in self.contacts:
            yield "contact"
        elif email and any(getattr(self.contacts[email], name) != value for name, value in self.contact_values(said).items()):
            yield "changes"

    def contact_values(self, said: Mapping[str, str]) -> dict[str, object]:
        """What a line says of its contact; an empty cell says nothing."""
        values: dict[str, object] = {name: said[column] for column, name in CONTACT.items() if said.get(column)}
        if "level" in values:
            values["level"] = self.levels[said["nivel"].casefold()]
        if said.get("autorizado"):
            values["is_authorised"] = said["autorizado"].casefold() in YES
        return values


def weighed(text: str, agreement: Agreement) -> tuple[Scales, list[Line]]:
    """Weigh a whole sheet."""
    scales = Scales(agreement)
    return scales, [line if line.problems else scales.weigh(line) for line in lines_of(text)]


def domains_in(said: Mapping[str, str]) -> Iterable[str]:
    """The domains of a line."""
    return [normal_domain(name) for name in words_in(said)]


def words_in(said: Mapping[str, str]) -> Iterable[str]:
    """The domains of a line, as they were written."""
    return said.get("dominios", "").replace(";", " ").replace(",", " ").split()


def day_in(written: str) -> date | None:
    """A day as 2026-03-15 or 15/03/2026; None where it is neither."""
    parts = written.split("/")
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else date.fromisoformat(written)  # noqa: PLR2004  day, month, year
    except ValueError:
        return None
