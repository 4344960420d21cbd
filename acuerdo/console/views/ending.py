"""What stands beside a case of its end: the request to escalate, the accord, objections, the survey's answer, review and article."""

from collections.abc import Sequence
from dataclasses import dataclass

from acuerdo.core.agreements import Agreement, Face
from acuerdo.events.models import Event
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Accord, ArticleIdea, Objection, Review, Ticket

#: After these nobody waits for an answer to the request to escalate.
ANSWERS = frozenset({"ticket.responded", "ticket.level_raised", "ticket.resolved", "ticket.closed", "ticket.cancelled"})


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer to the survey, as the manual calls it."""

    face: Face
    comment: str


@dataclass(frozen=True, slots=True)
class Ending:
    """Each empty where there is nothing to show; what the case's log does not name costs no query."""

    asks_to_escalate: bool
    accord: Accord | None
    objections: tuple[Objection, ...]
    ratings: tuple[Rated, ...]
    review: Review | None
    review_owed: bool
    idea: ArticleIdea | None

    @property
    def shown(self) -> bool:
        """Whether there is anything besides what waits for the desk's answer, and the survey."""
        return bool(self.accord or self.answered or self.review or self.review_owed or self.idea)

    @property
    def pending(self) -> list[Objection]:
        """The objections that wait for the desk's answer: they stand before all else."""
        return [one for one in self.objections if one.answered_at is None]

    @property
    def answered(self) -> list[Objection]:
        """Those that have theirs."""
        return [one for one in self.objections if one.answered_at]


def ending(ticket: Ticket, events: Sequence[Event], agreement: Agreement) -> Ending:
    """Read what the log says is there."""
    kinds = {event.kind for event in events}
    return Ending(
        asks_to_escalate=asks_to_escalate(events),
        accord=Accord.objects.filter(ticket=ticket).select_related("person", "contact").order_by("-pk").first()
        if "ticket.accord_proposed" in kinds
        else None,
        objections=tuple(ticket.objections.select_related("contact", "person").order_by("pk")) if "ticket.objected" in kinds else (),
        ratings=ratings(ticket, agreement) if "ticket.rated" in kinds else (),
        review=Review.objects.filter(ticket=ticket).select_related("owner", "person").first() if "ticket.reviewed" in kinds else None,
        review_owed="ticket.reviewed" not in kinds and owes_review(ticket, agreement),
        idea=ArticleIdea.objects.filter(ticket=ticket).select_related("person").first() if "ticket.article_proposed" in kinds else None,
    )


def asks_to_escalate(events: Sequence[Event]) -> bool:
    """Whether the customer's request waits for an answer."""
    waits = False
    for event in events:
        waits = event.kind == "ticket.escalation_asked" or (waits and event.kind not in ANSWERS)
    return waits


def owes_review(ticket: Ticket, agreement: Agreement) -> bool:
    """Whether the manual demands a review of such a case, and it has been solved (SOP-033)."""
    demanded = agreement.closure.review
    fits = all(str(ticket.facts.get(name, "")) in values for name, values in demanded.items())
    return bool(demanded) and fits and ticket.resolved_at is not None


def ratings(ticket: Ticket, agreement: Agreement) -> tuple[Rated, ...]:
    """The answers to the survey, one a closing."""
    faces = agreement.survey.faces if agreement.survey else {}
    found = Rating.objects.filter(ticket=ticket).order_by("closing")
    return tuple(Rated(faces[rating.value], rating.comment) for rating in found if rating.value in faces)
