"""What the variables of a saved answer stand for in a case."""

from acuerdo.desks.queries import current_desk
from acuerdo.people.models import Person
from acuerdo.tickets.mails.variables import day_and_time, values_of
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for, first_due


def values_in(ticket: Ticket, me: Person) -> dict[str, str]:
    """Every name of the list with its value; plain text, put in once and never read again."""
    agreement = agreement_for(ticket)
    live = [clock for clock in ticket.clocks.all() if clock.is_promise and clock.is_live]
    rules = {name: rule for name, rule in agreement.clocks.items() if "resolved" in rule.stops}
    due = first_due(clock for clock in live if clock.clock in rules)
    promised = day_and_time(due.due_at, agreement) if due and due.due_at else ""
    return values_of(ticket, agreement, current_desk().name, more={"promesa.solucion": promised, "yo.nombre": me.name})
