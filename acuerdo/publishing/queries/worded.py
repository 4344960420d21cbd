"""What two versions say otherwise, in sentences and by parts of the manual; a text's faults, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from acuerdo.agreements.queries import read_text
from acuerdo.core.agreements import Agreement, Difference, Fault, Faults, differences
from acuerdo.core.agreements.difference_tables import TABLES
from acuerdo.publishing.queries.mending import mended_line
from acuerdo.publishing.queries.remark import Remark

#: A version always has another name and another day; what is told says so in its head.
OF_COURSE = frozenset({"version", "effective_from"})
FILE = "manual.toml"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in words: where, and what it was and is."""

    place: str
    change: str
    kind: str


def told(difference: Difference, language: str, zone: ZoneInfo) -> Change:
    """A difference in words; instants as the manual writes them, in its zone."""
    local = replace(difference, old=in_zone(difference.old, zone), new=in_zone(difference.new, zone))
    return Change(difference.place(language), local.change(language), difference.kind)


def in_zone(value: object, zone: ZoneInfo) -> object:
    """An instant as text, 2026-03-26 16:00; all else as it is."""
    return f"{value.astimezone(zone):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


def matters(each: Difference) -> bool:
    """Whether it is worth a line beside the version's name and day."""
    return not (each.table == "manual" and each.what in OF_COURSE)


def changes_between(old: Agreement, new: Agreement, language: str) -> list[Change]:
    """Every difference but the version's name and day, as the core orders them: times first."""
    return [told(each, language, new.zone) for each in differences(old, new) if matters(each)]


@dataclass(slots=True)
class Part:
    """A part of the manual and what changes in it; `name` is empty for its times and for what it says of itself."""

    table: str
    name: str
    changes: list[Change] = field(default_factory=list)


def changes_by_part(old: Agreement, new: Agreement, language: str) -> list[Part]:
    """The same, the changes of each part of the manual together."""
    parts: dict[str, Part] = {}
    for each in differences(old, new):
        if matters(each):
            name = TABLES.get(each.table, ("", ""))[0 if language.startswith("es") else 1]
            parts.setdefault(each.table, Part(each.table, name)).changes.append(told(each, language, new.zone))
    return list(parts.values())


@dataclass(frozen=True)
class Checked:
    """A text that was read: its agreement, or None where it has faults; what there is to say of its lines."""

    agreement: Agreement | None
    remarks: tuple[Remark, ...]

    @property
    def faults(self) -> int:
        """How many keep it from running."""
        return sum(1 for remark in self.remarks if remark.is_fault)

    @property
    def warnings(self) -> int:
        """How many a careful reader would ask about."""
        return len(self.remarks) - self.faults


def checked(text: str, language: str) -> Checked:
    """Read a text; its remarks in the order of its lines."""
    lines = text.split("\n")
    try:
        agreement = read_text(text, file=FILE)
    except Faults as refusal:
        return Checked(None, tuple(remarks(refusal.faults, lines, language, is_fault=True)))
    return Checked(agreement, tuple(remarks(agreement.warnings, lines, language, is_fault=False)))


def remarks(found: Iterable[Fault], lines: list[str], language: str, *, is_fault: bool) -> Iterable[Remark]:
    """Faults or warnings as remarks; the file's name is left out, for the reader has it before them."""
    for each in found:
        words = each.sentence(language).removeprefix(f"{each.file}:{each.line}: ")
        written = lines[each.line - 1] if 0 < each.line <= len(lines) else ""
        yield Remark(each.line, words[:1].upper() + words[1:], is_fault, written.strip()[:200], mended_line(each, written))


def year_of(agreement: Agreement, today: date) -> int:
    """Whose holidays a preview shows."""
    return max(today.year, agreement.effective_from.year)
