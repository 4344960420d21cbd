"""How a mail would look with these words and a real case, without keeping or sending anything."""

from collections.abc import Mapping
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from acuerdo.core.mail import fill
from acuerdo.desks.queries import current_desk
from acuerdo.tickets.mails.letter import about
from acuerdo.tickets.mails.said import PARTS
from acuerdo.tickets.mails.specimen import Case, specimen
from acuerdo.tickets.mails.variables import values_of
from acuerdo.tickets.mails.words import WORDS
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


def preview(ticket: Ticket, template: str, said: Mapping[str, str], *, at: datetime) -> str:
    """The mail's HTML in the language in force, with all that it carries; where the words are empty, the product's."""
    agreement, product = agreement_for(ticket), WORDS[template]
    shown = specimen(template, Case(ticket, agreement, at))
    more = {"aviso.asunto": str(product.label), "otro.numero": _("(otro)"), **shown.values}
    values = values_of(ticket, agreement, current_desk().name, more=more)
    filled = {part: fill(said.get(part) or str(getattr(product, part)), values).strip() for part in PARTS}
    filled["heading"] = filled["heading"].removesuffix(".")
    context = {**about(ticket, at, ticket.contact), **shown.context, "said": filled}
    return render_to_string(f"tickets/mail/{shown.layout}.html", context)
