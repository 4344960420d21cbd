"""What is learned from a case: its review after an incident (SOP-033, SOP-034), and that it deserves an article (SOP-028)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.tasks import finish_task
from acuerdo.tickets.events import ArticleProposed, Reviewed
from acuerdo.tickets.models import ArticleIdea, Review


class ReviewIncomplete(Refusal):
    """A review says what happened, its cause and its actions. Facts: missing, the labels of what is not there."""

    code = "tickets.review_missing"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What a review says; `owner` sees to the actions until `due_on`."""

    happened: str
    cause: str
    actions: str
    proposals: str = ""
    owner: Person | None = None
    due_on: date | None = None


@transaction.atomic
def write_review(ticket_id: int, findings: Findings, *, by: Actor, at: datetime) -> Review:
    """Write the review of a case, or write it over; the task that owed it is done. Raises ReviewIncomplete."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    said = {name: getattr(findings, name).strip() for name in ("happened", "cause", "actions", "proposals")}
    labels = {field.name: field.verbose_name for field in Review._meta.fields}  # noqa: SLF001  Django's own way
    missing = [labels[name] for name in ("happened", "cause", "actions") if not said[name]]
    if missing:
        msg = f"Missing: {', '.join(map(str, missing))}."
        raise ReviewIncomplete(msg, missing=missing)
    kept = {**said, "owner": findings.owner, "due_on": findings.due_on, "person_id": by.id, "at": at}
    review, new = Review.objects.update_or_create(ticket=ticket, defaults=kept)
    record(Reviewed(subject_id=ticket.pk, again=not new, due_on=str(findings.due_on or "")), by=by, at=at)
    for owed in ticket.tasks.filter(text=Review.OWED, created_by=None, done_at=None):
        finish_task(ticket.pk, owed.pk, by=by, at=at)
    return review


@transaction.atomic
def deserve_article(ticket_id: int, text: str, *, by: Actor, at: datetime) -> ArticleIdea:
    """Note that the case deserves an article, and of what; again it only changes the words."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    idea, new = ArticleIdea.objects.get_or_create(ticket=ticket, defaults={"text": text.strip(), "person_id": by.id or 0, "at": at})
    if new:
        record(ArticleProposed(subject_id=ticket.pk), by=by, at=at)
    elif text.strip() and text.strip() != idea.text:
        idea.text = text.strip()
        idea.save(update_fields=["text"])
    return idea


def settle_idea(idea_id: int, *, at: datetime) -> None:
    """The article was written, or none is needed; again is harmless."""
    ArticleIdea.objects.filter(pk=idea_id, done_at=None).update(done_at=at)
