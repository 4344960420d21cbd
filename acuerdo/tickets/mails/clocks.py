"""A promise is about to break, or broke: whom the manual tells, and where it raises the case (clocks.md part 8)."""

from fractions import Fraction

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.core.agreements import Escalation
from acuerdo.core.tickets import reachable
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.people.models import Person
from acuerdo.tickets.actions.hand_over import Why, hand_over
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.mails.desk import tell
from acuerdo.tickets.mails.rules import at_once, was_raised
from acuerdo.tickets.mails.table import fits, rows, staff_named
from acuerdo.tickets.mails.whom import named, responsible, supervisors
from acuerdo.tickets.models import Clock, RoutingRule, Ticket
from acuerdo.tickets.queries import agreement_for
from acuerdo.ui.moments import long

BROKEN = Fraction(1)


def tell_of_clock(event: Event, ticket: Ticket) -> None:
    """Tell those whom the manual's rules name, else its table; without either those who have the case, and once broken who watches over it.

    In their working hours, unless one of the rules says at once.
    """
    share = Fraction(str(event.facts["share"]))
    rules = matching(event, ticket, share)
    people = {person.pk: person for rule in rules for person in named(rule.tell, ticket)}
    if not people:
        people = {person.pk: person for row in rows(ticket, occasion(share)) for person in staff_named(row, ticket)}
    if not people:
        people = {person.pk: person for person in responsible(ticket)}
    if share == BROKEN:
        people |= {person.pk: person for person in supervisors()}
    said = facts(event, ticket, share)
    text = gettext_lazy("Ya pasó el %(share)s %% de «%(clock)s» del caso #%(number)s: vence el %(due)s. %(subject)s")
    subject = gettext_lazy("Un plazo está por vencer")
    if share == BROKEN:
        text = gettext_lazy("Se venció «%(clock)s» del caso #%(number)s: era para el %(due)s. %(subject)s")
        subject = gettext_lazy("Se venció un plazo")
    tell(sorted_by_key(people), event, ticket, kind="clock", text=text, facts=said, subject=subject, at_once=at_once(rules))


def occasion(share: Fraction) -> str:
    """How the manual's table calls it."""
    return "breached" if share == BROKEN else "warned"


def sorted_by_key(people: dict[int, Person]) -> list[Person]:
    """In the same order each time, so that two of these never wait for each other's rows."""
    return [people[key] for key in sorted(people)]


def matching(event: Event, ticket: Ticket, share: Fraction) -> list[Escalation]:
    """The manual's rules for this share of this clock on such a case."""
    clock = event.facts["clock"]
    rules = agreement_for(ticket).escalations
    return [rule for rule in rules if rule.share == share and clock in rule.clocks and fits(rule.where, ticket)]


def facts(event: Event, ticket: Ticket, share: Fraction) -> dict[str, object]:
    """Which clock of which case, how much of it has passed, and when it falls due."""
    agreement = agreement_for(ticket)
    row = Clock.objects.filter(ticket=ticket, clock=event.facts["clock"], cycle=event.facts["cycle"]).first()
    label = row.label if row else agreement.clocks[event.facts["clock"]].label
    due_at = row.due_at if row else None
    return {
        "number": ticket.number,
        "subject": ticket.subject,
        "clock": label,
        "share": f"{float(share * 100):g}",
        "due": lazy(long, str)(due_at, event.at, agreement.zone) if due_at else "",
    }


def escalate(event: Event, ticket: Ticket) -> None:
    """Raise the case as the first matching rule says, and hand it over; once for each share of each cycle; never down, never twice."""
    share = Fraction(str(event.facts["share"]))
    rules = matching(event, ticket, share)
    reason = reason_for(event, ticket, share)
    raise_by_clock(event, ticket, next((rule.raise_to for rule in rules if rule.raise_to), ""), reason)
    assign_to = next((rule.assign_to for rule in rules if rule.assign_to), "")
    broken = [RoutingRule.On.BREACHED.value] if share == BROKEN else []
    if assign_to or broken:
        cause = f"clock-{event.facts['clock']}-{event.facts['cycle']}-{share}"
        hand_over(ticket.pk, broken, Why(cause, event.pk, reason), assign_to=assign_to, at=event.at)


def raise_by_clock(event: Event, ticket: Ticket, to: str, reason: str) -> None:
    """Raise the case to this level, or the next one, if the ladder reaches it from here and this reason has not raised it before."""
    ladder = agreement_for(ticket).ladder
    if not to or ladder is None or not ticket.is_open:
        return
    allowed = reachable(ladder.rungs, ticket.level)
    level = next(iter(allowed), "") if to == "next" else to
    if level in allowed and not was_raised(ticket, reason, "clock"):
        raise_level(ticket.pk, level, reason=reason, by=SYSTEM, at=event.at, cause="clock")


def reason_for(event: Event, ticket: Ticket, share: Fraction) -> str:
    """The reason on record; it names clock, cycle and share, and so also says whether this was done before."""
    label = agreement_for(ticket).clocks[event.facts["clock"]].label
    cycle = f" ({event.facts['cycle']})" if event.facts["cycle"] > 1 else ""
    if share == BROKEN:
        return _("Se venció «%(clock)s»%(cycle)s") % {"clock": label, "cycle": cycle}
    return _("Pasó el %(share)s %% de «%(clock)s»%(cycle)s") % {"share": f"{float(share * 100):g}", "clock": label, "cycle": cycle}
