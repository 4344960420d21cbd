"""Random legal logs for property tests, on quarters of an hour."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from acuerdo.core.clocks import Happening
from acuerdo.core.hours.tests.calendars import instants

QUARTER = timedelta(minutes=15)

WORKING = (
    "status in_progress",
    "status waiting_customer",
    "status waiting_internal",
    "status waiting_customer",
    "responded",
    "customer_wrote",
    "resolved",
)
#: What may happen next, by status.
NEXT = {
    "resolved": ("customer_wrote", "reopened", "closed", "reopened"),
    "closed": ("customer_wrote", "reopened"),
}
LEADS_TO = {"resolved": "resolved", "reopened": "in_progress", "closed": "closed"}


@st.composite
def logs(draw: Any, first: Any, *, events: int = 10) -> list[Happening]:
    """Make a log of a case opened on the first day; several events may share an instant."""
    at = draw(instants(first, days=1)).replace(second=0)
    log, status = [Happening(at, "opened", 0)], "new"
    for gap, choice in draw(st.lists(st.tuples(st.integers(0, 48), st.integers(0, 99)), max_size=events)):
        at += QUARTER * max(0, gap - 8)
        choices = NEXT.get(status, WORKING)
        event, _, entered = choices[choice % len(choices)].partition(" ")
        status = entered or LEADS_TO.get(event, status)
        log.append(Happening(at, event, len(log), entered or None))
    return log


@st.composite
def working_spans(draw: Any, log: list[Happening], *, status: str | None = None) -> tuple[datetime, datetime]:
    """Give the time from an event to the next one, in which a case is worked on, or is in the status."""
    wanted = {status} if status else {"new", "in_progress", "waiting_internal"}
    instants = sorted({event.at for event in log})
    ends = [*instants[1:], instants[-1] + timedelta(days=2)]
    spans = [span for span in zip(instants, ends, strict=True) if status_at(log, span[0]) in wanted]
    assume(spans)
    return draw(st.sampled_from(spans))


@st.composite
def working_instants(draw: Any, log: list[Happening], *, status: str | None = None) -> datetime:
    """Give an instant at which a case is worked on, often that of an event."""
    start, end = draw(working_spans(log, status=status))
    quarters = (end - start) // QUARTER
    return start + QUARTER * draw(st.integers(0, max(0, quarters - 1)) | st.just(0))


def with_status(log: list[Happening], at: datetime, *statuses: str) -> list[Happening]:
    """Enter statuses at an instant, after what happened until then, each of them changed back at once."""
    before = [event for event in log if event.at <= at]
    after = [event for event in log if event.at > at]
    entered = [Happening(at, "status", 0, status) for status in statuses]
    return renumbered([*before, *entered, *after])


def renumbered(log: list[Happening]) -> list[Happening]:
    return [Happening(e.at, e.event, index, e.status, e.facts) for index, e in enumerate(log)]


def status_at(log: list[Happening], at: datetime) -> str:
    """Say in which status the case is after what happened until an instant."""
    status = ""
    for event in log:
        if event.at <= at:
            status = event.status or {"opened": "new", **LEADS_TO}.get(event.event, status)
    return status
