"""Worked examples: printed in the published manual, and run at every check."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.book import Book, Table
from acuerdo.core.agreements.happenings import Vocabulary, read_happenings
from acuerdo.core.agreements.values import Example
from acuerdo.core.clocks import fold
from acuerdo.core.errors import Refusal


def read_examples(manual: Table, zone: ZoneInfo) -> tuple[Example, ...]:
    """Every `[[examples]]`; times without an offset are local. What they name is checked when they run."""
    return tuple(_example(table, zone) for table in manual.tables("examples"))


def _example(table: Table, zone: ZoneInfo) -> Example:
    facts = table.table("facts")
    opened = _instant(table, "opened", zone)
    later = [dict(entry.values) for entry in table.tables("events")]
    ends = [at for at in (event.get("at") for event in later) if isinstance(at, datetime)]
    due = table.table("due")
    example = Example(
        title=table.text("title"),
        facts=MappingProxyType({name: facts.text(name) for name in facts.names()}),
        happenings=({"at": opened, "event": "opened"}, *later),
        now=_instant(table, "now", zone) if "now" in table else max([opened, *(_aware(at, zone) for at in ends)]),
        due=MappingProxyType({clock: _instant(due, clock, zone) for clock in due.names()}),
        source=table.text("source", ""),
    )
    table.done()
    return example


def _instant(table: Table, key: str, zone: ZoneInfo) -> datetime:
    value = table.get(key, date)
    if isinstance(value, datetime):
        return _aware(value, zone)
    if value is not None:
        table.fault(key, "bad_instant", value=value)
    return datetime(2000, 1, 1, tzinfo=UTC)


def _aware(value: datetime, zone: ZoneInfo) -> datetime:
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def run_examples(book: Book, agreement: Agreement) -> None:
    """Find fault with each example whose promise does not fall due when it says."""
    for index, example in enumerate(agreement.examples):
        path = ("examples", index)
        try:
            got = _run(example, agreement)
        except Refusal as refusal:
            book.fault(path, "example_cannot_run", title=example.title, reason=str(refusal))
            continue
        for clock, wanted in example.due.items():
            here = (*path, "due", clock)
            if clock not in got:
                book.fault(here, "no_such_example_clock", title=example.title, clock=clock)
            elif got[clock] != wanted:
                book.fault(
                    here,
                    "example_differs",
                    title=example.title,
                    clock=clock,
                    got=_local(got[clock], agreement.zone),
                    wanted=_local(wanted, agreement.zone),
                )


def _run(example: Example, agreement: Agreement) -> Mapping[str, datetime | None]:
    """When each clock's last cycle is due at the example's end."""
    words = Vocabulary(agreement.facts, agreement.milestones, agreement.zone)
    happenings = read_happenings(list(example.happenings), example.facts, words)
    return {clock.id: clock.due_at for clock in fold(happenings, agreement.terms(), example.now)}


def _local(instant: datetime | None, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S") if instant else "–"
