"""Whom of the desk's people something about a case concerns."""

from collections.abc import Iterable

from acuerdo.people.models import Person, Role
from acuerdo.people.queries import at_level, titled
from acuerdo.tickets.models import Ticket


def responsible(ticket: Ticket) -> list[Person]:
    """Who has it; else its level's people; else those who watch over the desk."""
    if ticket.assignee is not None and ticket.assignee.is_active:
        return [ticket.assignee]
    return (at_level(ticket.level) if ticket.level else []) or supervisors()


def supervisors() -> list[Person]:
    """Those who watch over the desk; its administrators where nobody does."""
    return titled([Role.SUPERVISOR]) or titled([Role.ADMIN])


def named(names: Iterable[str], ticket: Ticket) -> list[Person]:
    """Those whom a rule of the manual names: "assignee", "team", or its roles; each once."""
    people: dict[int, Person] = {}
    wanted = list(names)
    if "assignee" in wanted:
        people |= {person.pk: person for person in responsible(ticket)}
    if "team" in wanted and ticket.level:
        people |= {person.pk: person for person in at_level(ticket.level)}
    roles = [name for name in wanted if name not in {"assignee", "team"}]
    if roles:
        people |= {person.pk: person for person in titled(roles)}
    return list(people.values())
