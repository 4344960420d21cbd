"""The manual's rules on an occasion: whom to tell of such a case and where to raise it; each once for one cause (SOP-030, DIG-054)."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Escalation
from acuerdo.core.tickets import reachable
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.mails.desk import tell
from acuerdo.tickets.mails.table import fits
from acuerdo.tickets.mails.whom import named
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for


def follow_rules(event: Event, ticket: Ticket, *occasions: str) -> None:
    """Do what the manual says of such a case on these occasions ("opened", "assigned")."""
    rules = agreement_for(ticket).escalations
    for place, rule in enumerate(rules):
        if rule.on in occasions and fits(rule.where, ticket) and ticket.is_open:
            tell_rule(event, ticket, rule, cause_of(place, rule, ticket))
            raise_by_rule(event, ticket, rule)


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


def was_raised(ticket: Ticket, reason: str, *causes: str) -> bool:
    """Whether this very reason raised the case before."""
    raised = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind="ticket.level_raised")
    return raised.filter(facts__cause__in=causes, facts__reason=reason).exists()


def at_once(rules: Iterable[Escalation]) -> bool:
    """Whether one of these rules is not to wait for working hours."""
    return any(rule.at_once for rule in rules)
