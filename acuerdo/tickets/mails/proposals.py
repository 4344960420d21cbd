"""What waits for the customer's approval, and what was decided (SGM-026, DIG-061, DIG-062)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.events.models import Event
from acuerdo.tickets.access import approval_token
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.letter import Letter
from acuerdo.tickets.mails.table import rows, write
from acuerdo.tickets.models import Approval, Ticket

#: What is told of a decision; withdrawing or waiving is the desk's own business.
DECIDED = {"approved": gettext_lazy("Aprobada"), "rejected": gettext_lazy("No aprobada")}


def mail_proposal(event: Event, ticket: Ticket) -> None:
    """Send a proposal or a quote to who may approve it, with its amount."""
    approval = Approval.objects.select_related("asked_by").get(pk=event.facts["approval"])
    if not approval.is_the_customers:
        return
    row = next(iter(rows(ticket, "proposed")), None)
    context = {
        "paragraphs": paragraphs(approval.text),
        "author": approval.asked_by.name if approval.asked_by else "",
        "rows": [(_("Valor"), approval.amount)] if approval.amount else [],
        "button_words": _("Ver la propuesta y responder"),
        "button_url": url_of(current_desk(), reverse("portal:approval_by_link", args=[approval_token(approval.pk, ticket.contact_id)])),
    }
    write(ticket, row, Letter(key=f"proposal-{event.pk}", words=row.template if row else "proposal", at=event.at, context=context))


def mail_decision(event: Event, ticket: Ticket) -> None:
    """Say what a committee decided and why, with the result by criterion as it was written down; of their own answer nobody is told."""
    approval = Approval.objects.get(pk=event.facts["approval"])
    decision = str(event.facts.get("decision", ""))
    if approval.is_the_customers or decision not in DECIDED:
        return
    row = next(iter(rows(ticket, "decided")), None)
    pairs = [(_("Decisión"), str(DECIDED[decision])), (_("Acta"), approval.minutes)]
    context = {"rows": [(label, value) for label, value in pairs if value], "paragraphs": paragraphs(approval.reason)}
    write(ticket, row, Letter(key=f"decision-{event.pk}", words=row.template if row else "decision", at=event.at, context=context))
