"""Who reacts to what. A consequence is looked for here; nowhere else does one slice hear of another."""

from collections.abc import Mapping, Sequence

from acuerdo.events.reactions import type_of_reaction
from acuerdo.portal.reactions import mail_reset
from acuerdo.satisfaction.reactions import mail_closing
from acuerdo.tickets import reactions as tickets

REACTIONS: Mapping[str, Sequence[type_of_reaction]] = {
    "person.reset_asked": (mail_reset,),
    "ticket.opened": (tickets.acknowledge, tickets.tell_of_doubt),
    "ticket.responded": (tickets.mail_answer,),
    "ticket.classified": (tickets.mail_new_times,),
    "ticket.customer_wrote": (tickets.tell_of_message,),
    "ticket.assigned": (tickets.tell_assignee,),
    "ticket.level_raised": (tickets.tell_level,),
    "ticket.resolved": (tickets.mail_solution,),
    "ticket.reminded": (tickets.mail_reminder,),
    "ticket.reopened": (tickets.tell_of_reopening,),
    "ticket.closed": (mail_closing,),
    "ticket.clock_warned": (tickets.tell_of_clock, tickets.escalate),
}
