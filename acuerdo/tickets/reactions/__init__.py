"""What this room does when something happened to a case: mails to its customer, words to the desk's people.

Each takes an event row, runs in the row's desk and transaction, and may run twice: keys are made of the event. Their names are stored with
what remains to be done (`tickets.acknowledge`): a function may move to another file of this package, not be renamed.
"""

from acuerdo.tickets.reactions.answering import mail_answer, mail_development, mail_new_times, mail_returned, mail_wait
from acuerdo.tickets.reactions.arriving import (
    acknowledge,
    ask_for_mail,
    tell_of_contingency,
    tell_of_doubt,
    tell_of_message,
    tell_of_standing,
)
from acuerdo.tickets.reactions.clocks import escalate, tell_of_clock
from acuerdo.tickets.reactions.ending import (
    mail_accord,
    mail_objection,
    mail_reminder,
    mail_solution,
    owe_review,
    tell_of_accord,
    tell_of_objection,
    tell_of_reopening,
)
from acuerdo.tickets.reactions.following import (
    find_by_contact,
    find_by_organisation,
    mail_merged,
    mail_unmerged,
    tell_mentioned,
    tell_watchers,
)
from acuerdo.tickets.reactions.placing import (
    hand_raised,
    invite_contact,
    mail_raise,
    tell_assignee,
    tell_level,
    tell_of_request,
    tell_of_severity,
    tell_team,
)
from acuerdo.tickets.reactions.sending import note_refused
from acuerdo.tickets.reactions.working import (
    mail_checks,
    mail_decision,
    mail_promised,
    mail_proposal,
    tell_of_checks,
    tell_of_day,
    tell_of_decision,
    tell_of_task,
)

__all__ = [
    "acknowledge",
    "ask_for_mail",
    "escalate",
    "find_by_contact",
    "find_by_organisation",
    "hand_raised",
    "invite_contact",
    "mail_accord",
    "mail_answer",
    "mail_checks",
    "mail_decision",
    "mail_development",
    "mail_merged",
    "mail_new_times",
    "mail_objection",
    "mail_promised",
    "mail_proposal",
    "mail_raise",
    "mail_reminder",
    "mail_returned",
    "mail_solution",
    "mail_unmerged",
    "mail_wait",
    "note_refused",
    "owe_review",
    "tell_assignee",
    "tell_level",
    "tell_mentioned",
    "tell_of_accord",
    "tell_of_checks",
    "tell_of_clock",
    "tell_of_contingency",
    "tell_of_day",
    "tell_of_decision",
    "tell_of_doubt",
    "tell_of_message",
    "tell_of_objection",
    "tell_of_reopening",
    "tell_of_request",
    "tell_of_severity",
    "tell_of_standing",
    "tell_of_task",
    "tell_team",
    "tell_watchers",
]
