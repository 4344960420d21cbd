"""What a contract says instead of the manual: targets, calendar, channels, availability."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from acuerdo.core.agreements.book import Book, Table
from acuerdo.core.agreements.coverage import refuse_unreachable
from acuerdo.core.agreements.faults import Faults
from acuerdo.core.agreements.positions import Path
from acuerdo.core.agreements.targets import Known, TargetTable, read_targets


@dataclass(frozen=True)
class Overrides:
    """A contract's own terms; "" and () and None leave the manual's."""

    targets: tuple[TargetTable, ...] = ()
    calendar: str = ""
    channels: tuple[str, ...] = ()
    availability: Fraction | None = None


def read_overrides(
    contract: Mapping[str, Any], known: Known, channels: Collection[str], lines: Mapping[Path, int] | None = None
) -> Overrides:
    """Read the shapes of the manual file: `targets`, a list of tables; `calendar`, one of the manual's.

    Raises Faults, on their lines where these are known, else all at line 1.
    """
    book = Book("contract", {(): 1, **(lines or {})})
    table = Table(book, (), contract)
    overrides = Overrides(
        targets=read_targets(table.tables("targets"), known),
        calendar=table.choice("calendar", known.calendars, "calendar", ""),
        channels=table.choices("channels", channels, "channel", ()),
        availability=table.percent("availability"),
    )
    table.text("note", "")
    table.done()
    refuse_unreachable(book, overrides.targets, known.facts)
    if book.faults:
        raise Faults(book.faults)
    return overrides
