"""The look of what the desk's own people are told by mail: the notice, and what the case is, in the words of "task" and "clock"."""

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from acuerdo.desks.queries import current_desk
from acuerdo.notifications.actions.tell import Told
from acuerdo.tickets.mails.look import look_of
from acuerdo.tickets.mails.variables import values_of
from acuerdo.tickets.mails.words import words_for
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


def dressed(ticket: Ticket, words: str, about: str | Promise) -> Callable[[str, str, str], Told]:
    """What makes the mail of a notice about a case: its words in the reader's language, the case in a few lines, one link."""

    def dress(subject: str, text: str, link: str) -> Told:
        agreement, desk = agreement_for(ticket), current_desk()
        more = {"aviso.asunto": str(about), "aviso.texto": text}
        values = values_of(ticket, agreement, desk.name, more=more)
        said = words_for(words, ticket.manual.manual, translation.get_language() or "es", values)
        pairs = [(_("Cliente"), values["cliente.organizacion"] or ticket.contact.name), (_("Plan"), values["caso.plan"])]
        pairs += [(_("Clasificación"), values["caso.clasificacion"]), (_("Nivel"), values["caso.nivel"])]
        context = {
            **look_of(desk),
            "desk": desk,
            "ticket": ticket,
            "said": said,
            "language": translation.get_language(),
            "rows": [(label, value) for label, value in pairs if value],
            "case_url": link,
        }
        return Told(
            subject=f"[#{ticket.number}] {said['subject']}",
            text=render_to_string("tickets/mail/inside.txt", context).strip() + "\n",
            html=render_to_string("tickets/mail/inside.html", context),
        )

    return dress
