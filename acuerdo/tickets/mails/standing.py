"""A report by somebody who may not report: they are told, and whoever may is asked to confirm it (DIG-005)."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


def tell_of_standing(event: Event, ticket: Ticket) -> None:
    """Tell who reported what becomes of it, and ask each authorised contact of theirs."""
    asked = list(Contact.objects.select_related("person").filter(pk__in=event.facts.get("asked", [])).order_by("name", "pk"))
    agreement = agreement_for(ticket)
    with in_language_of(ticket.contact):
        names = ", ".join(contact.name for contact in asked)
        said = {"paragraphs": [agreement.reporting.says] if agreement.reporting.says else [], "rows": who(names)}
        post(ticket, Letter(key=f"standing-{event.pk}", words="unauthorised", at=event.at, context=said))
    for contact in asked:
        with in_language_of(contact):
            post(
                ticket,
                Letter(key=f"confirm-{event.pk}", words="confirm-report", at=event.at, context=reported(ticket, agreement)),
                to=contact,
            )


def who(names: str) -> list[tuple[str, str]]:
    """Who is asked, as a row of the mail."""
    return [(_("Le pedimos que lo confirme a"), names)] if names else []


def reported(ticket: Ticket, agreement: Agreement) -> Mapping[str, object]:
    """Who reported what, for whoever may confirm it."""
    rows = [(_("Lo reportó"), ticket.contact.name), (_("Qué pasa"), ticket.subject)]
    kind = agreement.label("type", str(ticket.facts.get("type", "")))
    return {"rows": [*rows, (_("Qué es"), kind)] if kind else rows, "button_words": _("Ver el caso y confirmarlo")}
