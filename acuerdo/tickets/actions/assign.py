"""Giving a case to a person, with a word to whoever takes over, or to a team."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, is_open
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import Actor
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person, Team
from acuerdo.people.queries import substitute_of
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Assigned, StatusChanged, TeamSet, TicketEvent
from acuerdo.tickets.models import Ticket


class CannotHaveCases(Refusal):
    """This person does not work on cases, or the case has ended."""

    code = "tickets.cannot_have_cases"


@transaction.atomic
def assign(ticket_id: int, to: Person | None, *, note: str = "", as_new: bool = False, by: Actor, at: datetime) -> Ticket:
    """Give the case to `to`, or to nobody; a new case is then in attention. Of who is away the substitute gets it.

    `note` is what the one before says to the one who takes over. `as_new`: taken back before anybody worked on it, the case is new again;
    no other way leads there. Raises CannotHaveCases.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    away = to if to is not None and to.pk != by.id and not is_historic() else None
    to = (substitute_of(away, at) if away else None) or to
    if not is_open(ticket.state) or (to is not None and not may(to, WORK)):
        msg = f"Case {ticket.number} cannot be given to {to}."
        raise CannotHaveCases(msg)
    if ticket.assignee_id == (to.pk if to else None):
        return ticket
    instead = away.pk if away and to and away.pk != to.pk else None
    given = Assigned(subject_id=ticket.pk, to=to.pk if to else None, before=ticket.assignee_id, note=note.strip(), instead_of=instead)
    happened: list[TicketEvent] = [given]
    ticket.assignee = to
    if to is not None and ticket.state is Status.NEW:
        ticket.status = Status.IN_PROGRESS.value
        happened.append(StatusChanged(subject_id=ticket.pk, status=ticket.status))
    if to is None and as_new and ticket.state is Status.IN_PROGRESS and not (ticket.answered_at or ticket.stage):
        ticket.status = Status.NEW.value
        happened.append(StatusChanged(subject_id=ticket.pk, status=ticket.status))
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *happened, by=by, at=at)
    return ticket


@transaction.atomic
def give_to_team(ticket_id: int, team: Team | None, *, note: str = "", by: Actor, at: datetime) -> Ticket:
    """Give the case to a team, or to none; who had it has it no longer unless they belong to it. Raises CannotHaveCases."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not is_open(ticket.state):
        msg = f"Case {ticket.number} has ended."
        raise CannotHaveCases(msg)
    if ticket.team_id == (team.pk if team else None):
        return ticket
    set_ = TeamSet(
        subject_id=ticket.pk, team=team.pk if team else None, name=team.name if team else "", before=ticket.team_id, reason=note.strip()
    )
    happened: list[TicketEvent] = [set_]
    ticket.team = team
    if team is not None and ticket.assignee_id and not team.members.filter(pk=ticket.assignee_id).exists():
        happened.append(Assigned(subject_id=ticket.pk, to=None, before=ticket.assignee_id))
        ticket.assignee = None
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *happened, by=by, at=at)
    return ticket
