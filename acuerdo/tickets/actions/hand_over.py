"""A rule gives a case that somebody may have already to another: when it comes up to a level, or breaks a promise (SGM-037, DIG-054).

The desk's own rules come first, then what the manual's rule of escalation says (`assign_to`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, reachable
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person, Team
from acuerdo.people.queries import at_level, substitute_of, titled
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.place import Destination, destination, facts_of, freest
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.events import Assigned, StatusChanged, TeamSet, TicketEvent
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for

HANDED = ("ticket.assigned", "ticket.team_set")


@dataclass(frozen=True, slots=True)
class Why:
    """What brings a handing over: the key of its cause, the event (`since`), and the reason as the log says it."""

    cause: str
    since: int
    reason: str


@transaction.atomic
def hand_over(ticket_id: int, on: Collection[str], why: Why, *, assign_to: str = "", at: datetime) -> Ticket:
    """Give an open case to whom the rules name on these occasions (RoutingRule.On), once for a cause.

    Nobody is taken off a case for a person who is not there, nor off one that is theirs by the same rule. What somebody has decided
    since the event that brings this is not overruled.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not ticket.is_open or is_historic() or was_handed(ticket, why):
        return ticket
    agreement = agreement_for(ticket)
    facts = {**facts_of(ticket), "reached": ticket.level}
    asked = (destination(facts, agreement, at=at, on=each) for each in on)
    to = next((each for each in asked if each.rule), None) or by_manual(assign_to, ticket, agreement, at)
    happened = [*to_team(ticket, to, why), *to_person(ticket, to, why, at)]
    if happened:
        ticket.last_activity_at, ticket.last_activity_by = at, SYSTEM.name[:120]
        conclude(ticket, *happened, by=SYSTEM, at=at)
    ladder = agreement.ladder
    if to.level and ladder and to.level in reachable(ladder.rungs, ticket.level):
        ticket = raise_level(ticket.pk, to.level, reason=why.reason, by=SYSTEM, at=at, cause="rule")
    return ticket


def was_handed(ticket: Ticket, why: Why) -> bool:
    """Whether this cause handed the case over before, or anybody has since the event that brings it."""
    handed = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind__in=HANDED)
    return handed.filter(Q(facts__cause=why.cause) | Q(pk__gt=why.since)).exists()


def by_manual(assign_to: str, ticket: Ticket, agreement: Agreement, at: datetime) -> Destination:
    """Whom the manual means: the team of the case's level, somebody of the level, or somebody of a role."""
    if not assign_to:
        return Destination()
    if assign_to == "team":
        return Destination(team=Team.objects.filter(level=ticket.level).order_by("pk").first() if ticket.level else None)
    people = {one.pk for one in (at_level(ticket.level) if assign_to == "level" else titled([assign_to]))}
    if ticket.assignee_id in people:
        return Destination()
    return Destination(person=freest(Person.objects.filter(pk__in=people), agreement, at))


def to_team(ticket: Ticket, to: Destination, why: Why) -> list[TicketEvent]:
    """Give the case to the team; who had it has it no longer unless they belong to it, or the case goes to a person."""
    team = to.team
    if team is None or ticket.team_id == team.pk:
        return []
    before = ticket.team_id
    happened: list[TicketEvent] = [
        TeamSet(subject_id=ticket.pk, team=team.pk, name=team.name, before=before, reason=why.reason, rule=True, cause=why.cause)
    ]
    ticket.team = team
    if to.person is None and ticket.assignee_id and not team.members.filter(pk=ticket.assignee_id).exists():
        happened.append(Assigned(subject_id=ticket.pk, to=None, before=ticket.assignee_id, note=why.reason, rule=True, cause=why.cause))
        ticket.assignee = None
    return happened


def to_person(ticket: Ticket, to: Destination, why: Why, at: datetime) -> list[TicketEvent]:
    """Give the case to the person, or to who stands in for them; not to whom it belongs already, nor to who may not work."""
    if to.person is None or is_shared_by(ticket, to):
        return []
    stand_in = substitute_of(to.person, at)
    person = stand_in or to.person
    if person.pk == ticket.assignee_id or not may(person, WORK):
        return []
    before, instead = ticket.assignee_id, to.person.pk if stand_in else None
    ticket.assignee = person
    given = Assigned(subject_id=ticket.pk, to=person.pk, before=before, note=why.reason, instead_of=instead, rule=True, cause=why.cause)
    if ticket.state is not Status.NEW:
        return [given]
    ticket.status = Status.IN_PROGRESS.value
    return [given, StatusChanged(subject_id=ticket.pk, status=ticket.status)]


def is_shared_by(ticket: Ticket, to: Destination) -> bool:
    """Whether the rule shares cases among a team, and whoever has this one is of the team."""
    shares = to.rule is not None and to.rule.shares and to.team is not None
    return shares and ticket.assignee_id is not None and to.team.members.filter(pk=ticket.assignee_id).exists()  # type: ignore[union-attr]
