"""Who follows a case or is named in it, cases that are joined, and those found by a new name."""

from acuerdo.events.models import Event
from acuerdo.tickets.actions.find_again import OF_CONTACT, OF_ORGANISATION, find_again
from acuerdo.tickets.mails import watching
from acuerdo.tickets.reactions.case import case_of


def tell_watchers(event: Event) -> None:
    """ticket.responded, ticket.resolved: those who follow the case are told, or have a copy."""
    watching.tell_watchers(event, case_of(event))


def tell_mentioned(event: Event) -> None:
    """ticket.noted: who is named in it is told."""
    watching.tell_mentioned(event, case_of(event))


def mail_merged(event: Event) -> None:
    """ticket.merged: who reported it learns where it goes on."""
    watching.mail_merged(event, case_of(event))


def mail_unmerged(event: Event) -> None:
    """ticket.unmerged: and that it is one of its own again."""
    watching.mail_unmerged(event, case_of(event))


def find_by_organisation(event: Event) -> None:
    """organisation.kept: its cases are found by its new name."""
    if "name" in event.facts.get("before", {}):
        find_again(OF_ORGANISATION, event.subject_id)


def find_by_contact(event: Event) -> None:
    """contact.kept: their cases are found by their new name or address."""
    if {"name", "email"} & set(event.facts.get("fields", ())):
        find_again(OF_CONTACT, event.subject_id)
