"""Giving a case its place when it comes, and when it is classified while nobody has it: team, level, person (DIG-008, PRO-025).

The desk's own rules come first, then the team that the manual names for the product.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils.text import slugify

from acuerdo.agreements.queries import DEPARTMENT
from acuerdo.core.agreements import Agreement
from acuerdo.core.hours import Calendar
from acuerdo.core.tickets import Colleague, Route, Status, least_loaded, route
from acuerdo.events.actions.record import is_historic
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person, Team
from acuerdo.people.queries import on_duty, substitute_of
from acuerdo.tickets.events import Assigned, StatusChanged, TeamSet, TicketEvent
from acuerdo.tickets.models import RoutingRule, Ticket

ENDED = ("closed", "cancelled")
ARRIVAL = RoutingRule.On.ARRIVAL.value


def place(ticket: Ticket, agreement: Agreement, *, at: datetime) -> list[TicketEvent]:
    """Give a held case that nobody has its team, level and person, as the rules say; the past is written down as it was."""
    if is_historic() or ticket.assignee_id is not None or not ticket.is_open:
        return []
    to = destination(facts_of(ticket), agreement, at=at)
    happened = join(ticket, to.team, level=to.level)
    return [*happened, *hand(ticket, to.person, at=at)] if to.person else happened


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a case goes: by which of the desk's rules (None: by the manual's team of the product, or nowhere), to whom."""

    rule: RoutingRule | None = None
    team: Team | None = None
    level: str = ""
    person: Person | None = None


def destination(facts: Mapping[str, object], agreement: Agreement, *, at: datetime, on: str = ARRIVAL) -> Destination:
    """Where a case with these facts goes at this time and occasion; who stands in for an absent person is asked by `hand`."""
    facts = {**facts, "on": on}
    rules = list(RoutingRule.objects.select_related("team", "person", "organisation").order_by("place", "pk"))
    found = route([as_route(rule) for rule in rules], facts)
    rule = next((each for each in rules if found is not None and found == as_route(each)), None)
    if rule is None:
        return Destination(team=team_of_manual(facts, agreement) if on == ARRIVAL else None)
    person = rule.person or (chosen(rule, agreement, at) if rule.team and rule.shares else None)
    return Destination(rule, rule.team, rule.level, person)


def as_route(rule: RoutingRule) -> Route:
    """A stored rule as the core reads it."""
    customer = str(rule.organisation_id or "")
    where = {"type": rule.type, "product": rule.product, "department": rule.department, "organisation": customer}
    return Route({**where, "on": rule.on, "reached": rule.reached}, team=str(rule.pk), level=rule.level, person=rule.person_id)


def facts_of(ticket: Ticket) -> dict[str, object]:
    """What rules ask about: the classification, the department that was chosen, the customer."""
    return {**ticket.facts, "department": str(ticket.extra.get(DEPARTMENT, ""))[:40], "organisation": ticket.organisation_id or ""}


def team_of_manual(facts: Mapping[str, object], agreement: Agreement) -> Team | None:
    """The team that the manual names for the case's type (DIG-060), else that of its product: the desk's own, or the manual's (DIG-008).

    None where the desk has no team of that name.
    """
    kind = agreement.types.get(str(facts.get("type", "")))
    slug = str(facts.get("product", ""))
    product = agreement.products.get(slug)
    return (
        (team_named(kind.team) if kind and kind.team else None)
        or (Team.objects.filter(products__slug=slug).first() if slug else None)
        or (team_named(product.team) if product and product.team else None)
    )


def team_named(name: str) -> Team | None:
    """The desk's team of this name."""
    return Team.objects.filter(Q(name__iexact=name) | Q(slug=slugify(name)[:40])).first()


def join(ticket: Ticket, team: Team | None, *, level: str) -> list[TicketEvent]:
    """Give the case to a team, at its level; to no other than it has."""
    if level or (team and team.level):
        ticket.level = level or (team.level if team else "")
    if team is None or ticket.team_id == team.pk:
        return []
    before, ticket.team = ticket.team_id, team
    return [TeamSet(subject_id=ticket.pk, team=team.pk, name=team.name, before=before, rule=True)]


def chosen(rule: RoutingRule, agreement: Agreement, at: datetime) -> Person | None:
    """Of the team (those who know what the rule asks for) whoever is there and has the fewest open cases."""
    members = rule.team.members.all() if rule.team else Person.objects.none()
    if rule.skill:
        members = members.filter(skills__slug=rule.skill)
    return freest(members, agreement, at)


def freest(members: QuerySet[Person], agreement: Agreement, at: datetime) -> Person | None:
    """Of these whoever may work, is there and has the fewest open cases; None where nobody is there."""
    open_ones = Count("tickets", filter=~Q(tickets__status__in=ENDED), distinct=True)
    people = {person.pk: person for person in members.annotate(load=open_ones).order_by("name") if may(person, WORK)}
    hours = main_calendar(agreement)
    team = [Colleague(pk, person.load, on_duty(person, at, hours)) for pk, person in people.items()]
    found = least_loaded(team)
    return people[found] if found is not None else None


def main_calendar(agreement: Agreement) -> Calendar:
    """The manual's main hours; its first where it names none."""
    return agreement.calendars[agreement.default_calendar or next(iter(agreement.calendars))]


def hand(ticket: Ticket, person: Person, *, at: datetime) -> list[TicketEvent]:
    """Give the case to a person, or to who stands in for them; to nobody where both are away or may not work."""
    stand_in = substitute_of(person, at)
    to = stand_in or person
    if not may(to, WORK):
        return []
    ticket.assignee = to
    instead = person.pk if stand_in else None
    happened: list[TicketEvent] = [Assigned(subject_id=ticket.pk, to=to.pk, instead_of=instead, rule=True)]
    if ticket.state is Status.NEW:
        ticket.status = Status.IN_PROGRESS.value
        happened.append(StatusChanged(subject_id=ticket.pk, status=ticket.status))
    return happened
