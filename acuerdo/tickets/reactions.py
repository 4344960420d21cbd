"""What this room does when something happened to a case: mails to its customer, words to the desk's people.

Each takes an event row, runs in the row's desk and transaction, and may run twice: keys are made of the event.
"""

from acuerdo.events.models import Event
from acuerdo.tickets.actions.find_again import OF_CONTACT, OF_ORGANISATION, find_again
from acuerdo.tickets.mails import (
    acknowledgement,
    answer,
    clocks,
    desk,
    desk_wide,
    ending,
    invitation,
    new_times,
    progressing,
    proposals,
    rules,
    solution,
    standing,
    watching,
    work,
)
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


def case_of(event: Event) -> Ticket:
    """The case an event happened to, with what its mails show."""
    shown = ("manual", "contact__person", "organisation", "assignee", "product", "follows")
    return Ticket.objects.select_related(*shown).get(pk=event.subject_id)


def acknowledge(event: Event) -> None:
    """ticket.opened: tell the customer the number, what was understood, and by when each promise falls."""
    acknowledgement.acknowledge(event, case_of(event))


def tell_of_doubt(event: Event) -> None:
    """ticket.opened: a case whose contract is in doubt needs a person who decides; others the manual itself names."""
    ticket = case_of(event)
    if event.facts.get("doubt"):
        desk.tell_of_doubt(event, ticket)
    rules.follow_rules(event, ticket, "opened")


def mail_answer(event: Event) -> None:
    """ticket.responded: the agent's words go to the customer; of a critical case also to whom the manual names (SOP-017)."""
    ticket = case_of(event)
    answer.mail_answer(event, ticket)
    desk.tell_of_progress(event, ticket)


def tell_of_message(event: Event) -> None:
    """ticket.customer_wrote: whoever has the case is told."""
    desk.tell_of_message(event, case_of(event))


def tell_assignee(event: Event) -> None:
    """ticket.assigned: the one who was given it is told, unless they took it themselves; and whom the manual names."""
    ticket = case_of(event)
    desk.tell_assignee(event, ticket)
    if event.facts.get("to"):
        rules.follow_rules(event, ticket, "assigned")


def invite_contact(event: Event) -> None:
    """ticket.assigned: who has no account is invited to the portal, where the manual says so (PRO-035)."""
    invitation.invite_contact(event, case_of(event))


def tell_of_severity(event: Event) -> None:
    """ticket.classified: a case that somebody has may only now be one that the manual tells of (SOP-030, SOP-A8)."""
    ticket = case_of(event)
    rules.follow_rules(event, ticket, *(["opened", "assigned"] if ticket.assignee_id else ["opened"]))


def mail_wait(event: Event) -> None:
    """ticket.status: the customer is told that it is their turn, or for when the case is planned."""
    ticket = case_of(event)
    progressing.mail_wait(event, ticket)
    progressing.mail_scheduled(event, ticket)


def mail_development(event: Event) -> None:
    """ticket.stage_entered: the customer is told that the case needs development, where the manual tells it (DIG-048)."""
    progressing.mail_development(event, case_of(event))


def mail_raise(event: Event) -> None:
    """ticket.level_raised: the customer is told, where the manual tells them (SOP-023)."""
    progressing.mail_raise(event, case_of(event))


def tell_level(event: Event) -> None:
    """ticket.level_raised: the level's people are told, and whom the manual names for a raise by hand."""
    desk.tell_level(event, case_of(event))


def hand_raised(event: Event) -> None:
    """ticket.level_raised: the case goes to whom the rules name at that level (SGM-037)."""
    rules.hand_raised(event, case_of(event))


def mail_solution(event: Event) -> None:
    """ticket.resolved: the solution goes to the customer, with approve and reject; and a task to phone them where the manual says both."""
    ticket = case_of(event)
    solution.mail_solution(event, ticket)
    solution.ask_to_call(event, ticket)


def mail_reminder(event: Event) -> None:
    """ticket.reminded: the solution still waits; the desk is told too where the manual says so (SGM-034)."""
    ticket = case_of(event)
    solution.mail_reminder(event, ticket)
    desk.tell_of_silence(event, ticket)


def mail_new_times(event: Event) -> None:
    """ticket.classified: the customer is told the times that now hold."""
    ticket = case_of(event)
    new_times.mail_new_times(event, ticket, agreement_for(ticket))


def tell_of_reopening(event: Event) -> None:
    """ticket.reopened: whoever has the case is told, with the customer's reason."""
    desk.tell_of_reopening(event, case_of(event))


def tell_of_clock(event: Event) -> None:
    """ticket.clock_warned: a promise is about to break, or broke."""
    clocks.tell_of_clock(event, case_of(event))


def escalate(event: Event) -> None:
    """ticket.clock_warned: raise the case where the manual says so."""
    clocks.escalate(event, case_of(event))


def tell_of_request(event: Event) -> None:
    """ticket.escalation_asked: whom the manual names for it, and whoever has the case; raised and handed over where it says so."""
    ticket = case_of(event)
    desk.tell_of_request(event, ticket)
    rules.follow_request(event, ticket)


def mail_returned(event: Event) -> None:
    """ticket.returned: the customer is told what is missing."""
    progressing.mail_returned(event, case_of(event))


def mail_proposal(event: Event) -> None:
    """ticket.approval_asked: a proposal or a quote goes to who may approve it."""
    proposals.mail_proposal(event, case_of(event))


def mail_decision(event: Event) -> None:
    """ticket.approval_decided: the customer is told what the committee decided."""
    proposals.mail_decision(event, case_of(event))


def mail_accord(event: Event) -> None:
    """ticket.accord_proposed: the customer is asked whether they agree to close."""
    ending.mail_accord(event, case_of(event))


def tell_of_accord(event: Event) -> None:
    """ticket.accord_answered: whoever has the case is told of a no."""
    ending.tell_of_accord(event, case_of(event))


def tell_of_objection(event: Event) -> None:
    """ticket.objected: whoever has the case is told."""
    ending.tell_of_objection(event, case_of(event))


def mail_objection(event: Event) -> None:
    """ticket.objection_answered: whoever objected is told."""
    ending.mail_objection(event, case_of(event))


def owe_review(event: Event) -> None:
    """ticket.closed: a review is owed where the manual demands one."""
    ending.owe_review(event, case_of(event))


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


def tell_of_standing(event: Event) -> None:
    """ticket.reported_unauthorised: who reported is told, and whoever may is asked to confirm (DIG-005)."""
    standing.tell_of_standing(event, case_of(event))


def tell_of_contingency(event: Event) -> None:
    """contingency.declared: every customer is told how to reach the desk meanwhile (DIG-006)."""
    desk_wide.tell_of_contingency(event)


def ask_for_mail(event: Event) -> None:
    """contact.mail_asked: a caller is asked for the mail that opens their case (PRO-A10)."""
    desk_wide.ask_for_mail(event)


def mail_promised(event: Event) -> None:
    """ticket.promised: the customer is told the date, and why it moved."""
    work.mail_promised(event, case_of(event))


def mail_checks(event: Event) -> None:
    """ticket.checks_asked: the customer is asked to make the checks that are theirs."""
    work.mail_checks(event, case_of(event))


def tell_of_checks(event: Event) -> None:
    """ticket.status: whoever has the case is told that the customer made their checks."""
    work.tell_of_checks(event, case_of(event))


def tell_of_task(event: Event) -> None:
    """ticket.task_added: the one who is to do it is told."""
    work.tell_of_task(event, case_of(event))


def tell_team(event: Event) -> None:
    """ticket.team_set: the team's people are told of a case that nobody of them has yet."""
    work.tell_team(event, case_of(event))


def tell_of_day(event: Event) -> None:
    """ticket.woken: the day of planned work has come."""
    work.tell_of_day(event, case_of(event))


def tell_of_decision(event: Event) -> None:
    """ticket.approval_decided: whoever has the case is told what was decided."""
    work.tell_of_decision(event, case_of(event))


def find_by_organisation(event: Event) -> None:
    """organisation.kept: its cases are found by its new name."""
    if "name" in event.facts.get("before", {}):
        find_again(OF_ORGANISATION, event.subject_id)


def find_by_contact(event: Event) -> None:
    """contact.kept: their cases are found by their new name or address."""
    if {"name", "email"} & set(event.facts.get("fields", ())):
        find_again(OF_CONTACT, event.subject_id)
