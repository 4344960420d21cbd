"""What is said about the end of a case besides the solution: a proposal to close, the answer to an objection, a review that is owed."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.events.models import Event
from acuerdo.tickets.access import accord_token
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.desk import beginning, tell
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.table import call, fits
from acuerdo.tickets.mails.whom import responsible
from acuerdo.tickets.models import Accord, Objection, Review, Ticket
from acuerdo.tickets.queries import agreement_for


def mail_accord(event: Event, ticket: Ticket) -> None:
    """Ask the customer whether they agree to close, while nobody has answered."""
    accord = Accord.objects.select_related("person").get(pk=event.facts["accord"])
    if accord.answered_at:
        return
    with in_language_of(ticket.contact):
        link = url_of(current_desk(), reverse("portal:accord_by_link", args=[accord_token(accord.pk, ticket.contact_id)]))
        context = {
            "paragraphs": paragraphs(accord.text),
            "author": accord.person.name,
            "button_url": link,
            "button_words": _("Responder a la propuesta"),
        }
        post(ticket, Letter(key=f"accord-{event.pk}", words="accord", at=event.at, context=context))


def tell_of_accord(event: Event, ticket: Ticket) -> None:
    """Say that the customer does not agree to close; a yes closes the case and says so by itself."""
    if event.facts.get("agreed"):
        return
    accord = Accord.objects.get(pk=event.facts["accord"])
    said = {"number": ticket.number, "who": ticket.contact.name, "text": beginning(accord.answer)}
    text = gettext_lazy("%(who)s no está de acuerdo con cerrar el caso #%(number)s: %(text)s")
    tell(responsible(ticket), event, ticket, kind="wrote", text=text, facts=said, subject=gettext_lazy("No acepta el cierre"))


def tell_of_objection(event: Event, ticket: Ticket) -> None:
    """Say that the customer objects, and to what."""
    objection = Objection.objects.get(pk=event.facts["objection"])
    said = {"number": ticket.number, "who": ticket.contact.name, "text": beginning(objection.text)}
    text = gettext_lazy("%(who)s objeta el cierre del caso #%(number)s: %(text)s")
    if objection.about == Objection.About.TIME:
        text = gettext_lazy("%(who)s objeta los tiempos del caso #%(number)s: %(text)s")
    tell(responsible(ticket), event, ticket, kind="reopened", text=text, facts=said, subject=gettext_lazy("Objeción del cliente"))


def mail_objection(event: Event, ticket: Ticket) -> None:
    """Tell whoever objected what was decided and why."""
    objection = Objection.objects.select_related("contact__person", "person").get(pk=event.facts["objection"])
    with in_language_of(objection.contact):
        decided = _("Se acepta: usted tiene razón") if objection.upheld else _("No se acepta")
        context = {
            "paragraphs": paragraphs(objection.answer),
            "author": objection.person.name if objection.person else "",
            "rows": [(_("Decisión"), decided), (_("Su objeción"), objection.text)],
        }
        to = None if objection.contact_id == ticket.contact_id else objection.contact
        post(ticket, Letter(key=f"objection-{event.pk}", words="objection", at=event.at, context=context), to=to)


def owe_review(event: Event, ticket: Ticket) -> None:
    """Leave a task for the review that the manual demands of such a case, unless it is written (SOP-033)."""
    demanded = agreement_for(ticket).closure.review
    if demanded and fits(demanded, ticket) and not Review.objects.filter(ticket=ticket).exists():
        call(event, ticket, Review.OWED, at=event.at)
