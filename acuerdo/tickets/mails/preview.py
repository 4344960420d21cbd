"""How a mail would look with these words and a real case, without keeping or sending anything."""

from collections.abc import Mapping
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from acuerdo.core.mail import fill
from acuerdo.desks.queries import current_desk
from acuerdo.events.models import Event
from acuerdo.tickets.mails.acknowledgement import first
from acuerdo.tickets.mails.letter import about
from acuerdo.tickets.mails.said import PARTS
from acuerdo.tickets.mails.times import promises_of
from acuerdo.tickets.mails.variables import values_of
from acuerdo.tickets.mails.words import WORDS
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for


def preview(ticket: Ticket, template: str, said: Mapping[str, str], *, at: datetime) -> str:
    """The mail's HTML in the language in force; where the words are empty, the product's. What it carries besides is named in its place."""
    agreement, product = agreement_for(ticket), WORDS[template]
    opened = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind="ticket.opened").values_list("at", flat=True).first()
    promises = promises_of(ticket, agreement, after=opened or at)
    more = {
        "plazo.frase": first(promises),
        "aviso.asunto": str(product.label),
        "aviso.texto": _("Aquí va el aviso, con los datos del caso."),
    }
    values = values_of(ticket, agreement, current_desk().name, more=more)
    filled = {part: fill(said.get(part) or str(getattr(product, part)), values).strip() for part in PARTS}
    filled["heading"] = filled["heading"].removesuffix(".")
    context = {**about(ticket, at, ticket.contact), "said": filled, "carries": str(product.inside)}
    return render_to_string("tickets/mail/preview.html", context)
