"""Replaying: every case of the last days folded again under a draft, some cases at a time, so that no page and no worker waits for all."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from acuerdo.agreements.queries import read_text, years_named
from acuerdo.core.agreements import Agreement
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.jobs.desks import DeskTask
from acuerdo.live.tell import tell
from acuerdo.people.models import Person
from acuerdo.publishing.models import ManualDraft, Replay, ReplayedCase
from acuerdo.publishing.queries.judging import CannotJudge, Judged, judge
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT

REPLAY = DeskTask("publishing.replay")
#: How far back, and how many cases a step.
SPAN = timedelta(days=90)
STEP = 100


@transaction.atomic
def start_replay(draft: ManualDraft, *, person: Person, at: datetime) -> Replay:
    """Begin, or give the one that is under way for this revision. Raises Faults: a text with faults promises nothing."""
    ManualDraft.objects.select_for_update().get(pk=draft.pk)
    running = draft.replays.filter(revision=draft.revision, finished_at=None).first()
    if running is not None:
        return running
    read_text(draft.text)
    draft.replays.all().delete()
    total = cases_between(at - SPAN, at).count()
    replay = Replay.objects.create(
        draft=draft, revision=draft.revision, text=draft.text, since=at - SPAN, until=at, total=total, started_by=person
    )
    REPLAY.defer(replay_id=replay.pk)
    return replay


def cases_between(since: datetime, until: datetime) -> QuerySet[Ticket]:
    """The cases opened in a time, in the order in which they are replayed."""
    cases = Ticket.objects.filter(opened_at__gt=since, opened_at__lte=until).order_by("pk")
    return cases.select_related("manual").defer("manual__text", "manual__holidays")


@transaction.atomic
def advance(replay_id: int, *, at: datetime, step: int = STEP) -> bool:
    """Do the next step and queue the one after it; whether there is one. What was done is never done again."""
    replay = Replay.objects.select_for_update(of=("self",)).filter(pk=replay_id, finished_at=None).first()
    if replay is None:
        return False
    draft = read_text(replay.text, years=years_of(replay))
    tickets = list(cases_between(replay.since, replay.until).filter(pk__gt=replay.last)[:step])
    logs: dict[int, list[Event]] = defaultdict(list)
    for event in log_of(SUBJECT, *(ticket.pk for ticket in tickets)):
        logs[event.subject_id].append(event)
    rows: list[ReplayedCase] = []
    for ticket in tickets:
        rows += replayed(replay, ticket, logs[ticket.pk], draft)
    ReplayedCase.objects.bulk_create(rows)
    replay.done += len(tickets)
    replay.last = tickets[-1].pk if tickets else replay.last
    replay.finished_at = at if len(tickets) < step else None
    replay.save(update_fields=["done", "last", "measured", "finished_at"])
    tell(f"person-{replay.started_by_id}")
    if replay.finished_at is None:
        REPLAY.defer(replay_id=replay.pk)
    return replay.finished_at is None


def years_of(replay: Replay) -> range:
    """The years whose holidays the text and the cases need."""
    named = years_named(replay.text) or range(replay.since.year, replay.until.year)
    return range(min(named.start, replay.since.year - 1), max(named.stop, replay.until.year + 12))


def replayed(replay: Replay, ticket: Ticket, log: list[Event], draft: Agreement) -> list[ReplayedCase]:
    """What is kept of a case: its promises that were late or would be, or why nothing can be said; all its promises are counted."""
    plan = str(ticket.facts.get("plan", ""))[:60]
    try:
        promises = judge(ticket, log, draft, replay.until)
    except CannotJudge as refusal:
        return [row(replay, ticket, plan, problem=refusal.problem, facts=dict(refusal.facts))]
    for each in promises:
        if not each.problem:
            count = replay.measured.setdefault(each.clock, {})
            count[plan] = count.get(plan, 0) + 1
    return [row(replay, ticket, plan, **as_columns(each)) for each in promises if each.was_late or each.would_be_late or each.problem]


def as_columns(each: Judged) -> dict[str, object]:
    """A judged promise as columns."""
    return {
        "clock": each.clock,
        "cycle": each.cycle,
        "was_late": each.was_late,
        "would_be_late": each.would_be_late,
        "was_due": each.was_due,
        "would_be_due": each.would_be_due,
        "problem": each.problem,
    }


def row(replay: Replay, ticket: Ticket, plan: str, **columns: object) -> ReplayedCase:
    """A row of a case."""
    return ReplayedCase(replay=replay, ticket=ticket.pk, number=ticket.number, subject=ticket.subject, plan=plan, **columns)
