"""Whose a case is: who was given it is told, a level, a team; who has no account is invited."""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import desk, invitation, progressing, rules, work
from acuerdo.tickets.reactions.case import case_of


def tell_assignee(event: Event) -> None:
    """ticket.assigned: the one who was given it is told, unless they took it themselves; and whom the manual names."""
    ticket = case_of(event)
    desk.tell_assignee(event, ticket)
    if event.facts.get("to"):
        rules.follow_rules(event, ticket, "assigned")


def invite_contact(event: Event) -> None:
    """ticket.assigned: who has no account is invited to the portal, where the manual says so (PRO-035)."""
    invitation.invite_contact(event, case_of(event))


def tell_team(event: Event) -> None:
    """ticket.team_set: the team's people are told of a case that nobody of them has yet."""
    work.tell_team(event, case_of(event))


def tell_of_severity(event: Event) -> None:
    """ticket.classified: a case that somebody has may only now be one that the manual tells of (SOP-030, SOP-A8)."""
    ticket = case_of(event)
    rules.follow_rules(event, ticket, *(["opened", "assigned"] if ticket.assignee_id else ["opened"]))


def tell_level(event: Event) -> None:
    """ticket.level_raised: the level's people are told, and whom the manual names for a raise by hand."""
    desk.tell_level(event, case_of(event))


def hand_raised(event: Event) -> None:
    """ticket.level_raised: the case goes to whom the rules name at that level (SGM-037)."""
    rules.hand_raised(event, case_of(event))


def mail_raise(event: Event) -> None:
    """ticket.level_raised: the customer is told, where the manual tells them (SOP-023)."""
    progressing.mail_raise(event, case_of(event))


def tell_of_request(event: Event) -> None:
    """ticket.escalation_asked: whom the manual names for it, and whoever has the case; raised and handed over where it says so."""
    ticket = case_of(event)
    desk.tell_of_request(event, ticket)
    rules.follow_request(event, ticket)
