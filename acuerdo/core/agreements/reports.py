"""What is reported, how often, by whom and to whom."""

from collections.abc import Collection
from dataclasses import dataclass

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.periods import PERIODS


@dataclass(frozen=True)
class Report:
    """A report of the desk, with what it contains. `plans`: only these have it; () is everybody. `every` "": the manual does not say."""

    id: str
    label: str
    contains: tuple[str, ...] = ()
    every: str = ""
    by: str = ""
    to: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


def read_reports(manual: Table, plans: Collection[str], roles: Collection[str], whom: Collection[str]) -> dict[str, Report]:
    """Every `[reports.<name>]`."""
    reports = {}
    for name, table in manual.named("reports"):
        reports[name] = Report(
            id=name,
            label=table.text("label"),
            contains=table.texts("contains", ()),
            every=table.choice("every", PERIODS, "period", ""),
            by=table.choice("by", roles, "role", ""),
            to=table.choices("to", whom, "person", ()),
            plans=table.choices("plans", plans, "plan", ()),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return reports
