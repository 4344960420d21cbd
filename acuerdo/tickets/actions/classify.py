"""Classifying: the desk decides, beside what the customer said; every live clock counts anew from where the manual says."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from acuerdo.core.agreements import Agreement, by_matrix, unfit
from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Product
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.place import place
from acuerdo.tickets.actions.ready import ready_since
from acuerdo.tickets.events import Classified
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for

#: The plan comes with the contract, the channel with the message: nobody classifies them.
NOT_BY_HAND = frozenset({"plan", "channel"})


class NoSuchFact(Refusal):
    """The manual of this case knows no such fact or value."""

    code = "tickets.no_such_fact"


class DoesNotFit(Refusal):
    """The type goes with other values of that fact (SOP-A6: severity 5 is a request)."""

    code = "tickets.does_not_fit"


@transaction.atomic
def classify(ticket_id: int, facts: Mapping[str, str], *, by: Actor, at: datetime, reason: str = "") -> Ticket:
    """Replace these facts; an empty value takes a fact away. Nothing new changes nothing. Raises NoSuchFact, DoesNotFit."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    check(ticket, facts)
    facts = with_what_follows(agreement_for(ticket), ticket.facts, facts)
    changed = {name: value for name, value in facts.items() if ticket.facts.get(name, "") != value}
    if not changed:
        return ticket
    before = {name: ticket.facts.get(name, "") for name in changed}
    ticket.facts = {name: value for name, value in {**ticket.facts, **changed}.items() if value}
    if "product" in changed:
        ticket.product = Product.objects.filter(slug=changed["product"]).first()
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    follows = [*ready_since(ticket, approved=False, at=at, said=1), *place(ticket, agreement_for(ticket), at=at)]
    conclude(ticket, Classified(subject_id=ticket.pk, facts=changed, before=before, reason=reason), *follows, by=by, at=at)
    return ticket


def check(ticket: Ticket, facts: Mapping[str, str]) -> None:
    """Refuse what the manual does not know."""
    known = agreement_for(ticket).facts
    for name, value in facts.items():
        if name in NOT_BY_HAND or name not in known or (value and value not in known[name]):
            msg = f"{name}={value!r}: the manual knows {', '.join(known.get(name, ())) or 'no such fact'}."
            raise NoSuchFact(msg, fact=name, value=value)


def with_what_follows(agreement: Agreement, before: Mapping[str, str], decided: Mapping[str, str]) -> dict[str, str]:
    """What is decided, and with it what the matrix gives (DIG-A3); refuse a value that the type does not go with."""
    whole = by_matrix(agreement, {name: value for name, value in {**before, **decided}.items() if value})
    wrong = unfit(agreement, whole)
    if wrong:
        labels = ", ".join(agreement.label(wrong.fact, value) for value in wrong.fitting)
        msg = f"{wrong.type} goes with {wrong.fitting}, not {wrong.value!r}."
        raise DoesNotFit(msg, labels=labels, type_label=agreement.label("type", wrong.type))
    given = agreement.matrix.gives
    return {**decided, given: whole[given]} if given and given in whole else dict(decided)
