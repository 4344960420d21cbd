"""Who reacts to what. A consequence is looked for here; nowhere else does one slice hear of another."""

from collections.abc import Mapping, Sequence

from acuerdo.events.reactions import type_of_reaction
from acuerdo.portal.reactions import mail_invitation, mail_reset
from acuerdo.publishing.reactions import announce
from acuerdo.satisfaction.reactions import mail_closing, tell_of_rating
from acuerdo.tickets import reactions as tickets

REACTIONS: Mapping[str, Sequence[type_of_reaction]] = {
    "person.invited": (mail_invitation,),
    "mail.refused": (tickets.note_refused,),
    "organisation.kept": (tickets.find_by_organisation,),
    "contact.kept": (tickets.find_by_contact,),
    "manual.draft_published": (announce,),
    "person.reset_asked": (mail_reset,),
    "ticket.opened": (tickets.acknowledge, tickets.tell_of_doubt),
    "ticket.reported_unauthorised": (tickets.tell_of_standing,),
    "contact.mail_asked": (tickets.ask_for_mail,),
    "contingency.declared": (tickets.tell_of_contingency,),
    "ticket.responded": (tickets.mail_answer, tickets.tell_watchers),
    "ticket.classified": (tickets.mail_new_times, tickets.tell_of_severity),
    "ticket.customer_wrote": (tickets.tell_of_message,),
    "ticket.assigned": (tickets.tell_assignee, tickets.invite_contact),
    "ticket.promised": (tickets.mail_promised,),
    "ticket.checks_asked": (tickets.mail_checks,),
    "ticket.task_added": (tickets.tell_of_task,),
    "ticket.team_set": (tickets.tell_team,),
    "ticket.woken": (tickets.tell_of_day,),
    "ticket.status": (tickets.mail_wait, tickets.tell_of_checks),
    "ticket.stage_entered": (tickets.mail_development,),
    "ticket.escalation_asked": (tickets.tell_of_request,),
    "ticket.returned": (tickets.mail_returned,),
    "ticket.approval_asked": (tickets.mail_proposal,),
    "ticket.approval_decided": (tickets.mail_decision, tickets.tell_of_decision),
    "ticket.level_raised": (tickets.tell_level, tickets.mail_raise, tickets.hand_raised),
    "ticket.resolved": (tickets.mail_solution, tickets.tell_watchers),
    "ticket.noted": (tickets.tell_mentioned,),
    "ticket.merged": (tickets.mail_merged,),
    "ticket.unmerged": (tickets.mail_unmerged,),
    "ticket.reminded": (tickets.mail_reminder,),
    "ticket.reopened": (tickets.tell_of_reopening,),
    "ticket.closed": (mail_closing, tickets.owe_review),
    "ticket.accord_proposed": (tickets.mail_accord,),
    "ticket.accord_answered": (tickets.tell_of_accord,),
    "ticket.objected": (tickets.tell_of_objection,),
    "ticket.objection_answered": (tickets.mail_objection,),
    "ticket.rated": (tell_of_rating,),
    "ticket.clock_warned": (tickets.tell_of_clock, tickets.escalate),
}
