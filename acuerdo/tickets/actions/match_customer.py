"""Giving a case that came from nobody known its customer: the clocks then count from its opening (clocks.md 4)."""

from datetime import datetime

from django.db import transaction

from acuerdo.agreements.queries import agreement_of
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Organisation
from acuerdo.customers.queries import contract_of, facts_of, pinned
from acuerdo.events.events import Actor
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.make_findable import index_again
from acuerdo.tickets.actions.ready import ready_since
from acuerdo.tickets.events import Classified
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import pinned_to


@transaction.atomic
def match_customer(ticket_id: int, organisation: Organisation, *, by: Actor, at: datetime) -> Ticket:
    """Set the organisation, and with it contract, plan and terms of the day the case was opened."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    contract, doubt = contract_of(organisation, day_of(ticket.opened_at))
    ticket.organisation, ticket.contract, ticket.doubt = organisation, contract, doubt
    ticket.overrides, ticket.doubt = pinned(ticket.manual, contract, doubt)
    ticket.scope = list(contract.scope) if contract else []
    meet(email=ticket.contact.email, name=ticket.contact.name, organisation=organisation)
    agreement = agreement_of(ticket.manual)
    bought = {"plan": "", **facts_of(contract, agreement.facts, day_of(ticket.opened_at))}
    before = {name: ticket.facts.get(name, "") for name in bought}
    ticket.facts = {name: value for name, value in {**ticket.facts, **bought}.items() if value}
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    matched = Classified(
        subject_id=ticket.pk,
        facts=bought,
        before=before,
        reason="customer",
        pinned=pinned_to(ticket),
        detail={"to": organisation.name},
    )
    # What the contract includes may leave nothing to wait for.
    conclude(ticket, matched, *ready_since(ticket, approved=False, at=at, said=1), by=by, at=at)
    index_again([ticket.pk])
    return ticket
