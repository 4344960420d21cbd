"""The manual's rules on an occasion: whom to tell of such a case and where to raise it; each once for one cause (SOP-030, DIG-054)."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Escalation
from acuerdo.core.tickets import reachable
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.tickets.actions.hand_over import Why, hand_over
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.mails.desk import tell
from acuerdo.tickets.mails.table import fits
from acuerdo.tickets.mails.whom import named
from acuerdo.tickets.models import RoutingRule, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for


def follow_rules(event: Event, ticket: Ticket, *occasions: str) -> None:
    """Do what the manual says of such a case on these occasions ("opened", "assigned")."""
    rules = agreement_for(ticket).escalations
    for place, rule in enumerate(rules):
        if rule.on in occasions and fits(rule.where, ticket) and ticket.is_open:
            cause = cause_of(place, rule, ticket)
            tell_rule(event, ticket, rule, cause)
            raise_by_rule(event, ticket, rule)
            hand_by_rule(event, ticket, rule, cause)


def cause_of(place: int, rule: Escalation, ticket: Ticket) -> str:
    """What makes two events the same cause: the rule, the case and the facts that the rule asks for."""
    facts = "-".join(str(ticket.facts.get(name, "")) for name in rule.where)
    return f"rule-{ticket.pk}-{place}-{facts}"[:100]


def tell_rule(event: Event, ticket: Ticket, rule: Escalation, cause: str) -> None:
    """Tell those whom a rule names, once for its cause; at any hour where it says at once."""
    why = rule.label or _("Lo pide el manual")
    said = {"why": why, "number": ticket.number, "subject": ticket.subject}
    text = _("%(why)s: caso #%(number)s, %(subject)s")
    people = named(rule.tell, ticket)
    tell(people, event, ticket, kind="rule", text=text, facts=said, subject=why, key=cause, at_once=rule.at_once)


def raise_by_rule(event: Event, ticket: Ticket, rule: Escalation) -> None:
    """Raise the case where a rule says so; never down, and never twice with the same reason."""
    ladder = agreement_for(ticket).ladder
    if not rule.raise_to or ladder is None:
        return
    allowed = reachable(ladder.rungs, ticket.level)
    level = next(iter(allowed), "") if rule.raise_to == "next" else rule.raise_to
    reason = rule.label or str(_("Lo pide el manual"))
    if level in allowed and not was_raised(ticket, reason, "rule"):
        ticket.level = raise_level(ticket.pk, level, reason=reason, by=SYSTEM, at=event.at, cause="rule").level


def hand_by_rule(event: Event, ticket: Ticket, rule: Escalation, cause: str) -> None:
    """Hand the case over where a rule of the manual says so."""
    if rule.assign_to:
        reason = rule.label or str(_("Lo pide el manual"))
        hand_over(ticket.pk, (), Why(cause, event.pk, reason), assign_to=rule.assign_to, at=event.at)


def hand_raised(event: Event, ticket: Ticket) -> None:
    """A case came up to a level: whom the desk's own rules give it to then, else the manual's rule of raising by hand."""
    by_hand = event.facts.get("cause") == "hand"
    rules = (rule for rule in agreement_for(ticket).escalations if by_hand and rule.on == "by hand" and fits(rule.where, ticket))
    assign_to = next((rule.assign_to for rule in rules if rule.assign_to), "")
    if ticket.level == event.facts.get("level"):
        why = Why(f"raised-{event.pk}", event.pk, str(event.facts.get("reason", "")))
        hand_over(ticket.pk, [RoutingRule.On.RAISED.value], why, assign_to=assign_to, at=event.at)


def follow_request(event: Event, ticket: Ticket) -> None:
    """The customer asks to escalate: raise the case and hand it over where the manual says so; each request once."""
    for place, rule in enumerate(agreement_for(ticket).escalations):
        if rule.on == "asked" and fits(rule.where, ticket) and ticket.is_open:
            raise_by_rule(event, ticket, rule)
            hand_by_rule(event, ticket, rule, f"asked-{event.pk}-{place}")


def was_raised(ticket: Ticket, reason: str, *causes: str) -> bool:
    """Whether this very reason raised the case before."""
    raised = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind="ticket.level_raised")
    return raised.filter(facts__cause__in=causes, facts__reason=reason).exists()


def at_once(rules: Iterable[Escalation]) -> bool:
    """Whether one of these rules is not to wait for working hours."""
    return any(rule.at_once for rule in rules)
