"""Mails that are about no case yet: a contingency, told to every customer, and the request to a caller for the mail that opens a case."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from acuerdo.agreements.queries import agreement_of, version_at
from acuerdo.core.agreements import Agreement, Channel
from acuerdo.customers.models import Contact, Contract
from acuerdo.desks.queries import current_desk, mailbox_of, url_of
from acuerdo.events.models import Event, EventDetail
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.people.queries import day_of
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.letter import greeting, in_language_of
from acuerdo.tickets.mails.look import look_of
from acuerdo.tickets.mails.times import zone_words
from acuerdo.tickets.mails.words import words_for
from acuerdo.tickets.models import Contingency
from acuerdo.ui.moments import long


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is written to one contact: which words, and what the mail shows besides."""

    key: str
    words: str
    rows: list[tuple[str, str]]
    text: str = ""
    about: tuple[str, int] = ("", 0)


def tell_of_contingency(event: Event) -> None:
    """Tell every customer once, with the ways that stay open (DIG-006)."""
    found = Contingency.objects.get(pk=event.subject_id)
    agreement = agreement_of(version_at(event.at))
    for contact in everybody(event).iterator():
        with in_language_of(contact):
            ways = [(channel.label, reach(channel.id)) for channel in open_ways(agreement)]
            since = (_("Desde"), long(found.starts_at, event.at, agreement.zone))
            notice = Notice(
                key=f"contingency-{event.pk}-{contact.pk}",
                words="contingency",
                rows=[since, *ways],
                text=found.notice or found.reason,
                about=("contingency", found.pk),
            )
            post(contact, notice, agreement, event)


def everybody(event: Event) -> QuerySet[Contact]:
    """The contacts of customers with a contract in force: who may report today."""
    today = day_of(event.at)
    active = Contract.objects.filter(state=Contract.State.ACTIVE, starts_on__lte=today).filter(Q(ends_on=None) | Q(ends_on__gte=today))
    return Contact.objects.select_related("person").filter(organisation__in=active.values("organisation")).order_by("pk")


def open_ways(agreement: Agreement) -> list[Channel]:
    """The manual's ways of a contingency; where it names none, all but the web."""
    named = [channel for channel in agreement.channels.values() if channel.contingency]
    mail = [channel for channel in agreement.channels.values() if channel.id == "email"]
    return [*mail, *named] if named else [channel for channel in agreement.channels.values() if channel.id != "web"]


def reach(channel: str) -> str:
    """Where to write; the numbers of telephones are the desk's to tell in its notice."""
    return mailbox_of(current_desk()) if channel == "email" else _("Abierto durante la contingencia")


def ask_for_mail(event: Event) -> None:
    """Ask a caller for the mail that opens the case; answering this one is enough (PRO-A10)."""
    contact = Contact.objects.select_related("person", "organisation").get(pk=event.subject_id)
    agreement = agreement_of(version_at(event.at))
    detail = EventDetail.objects.filter(event_id=event.pk).first()
    noted = detail.content if detail else {}
    with in_language_of(contact):
        subject = str(noted.get("subject", ""))
        rows = [(_("Qué nos contó"), subject)] if subject else []
        notice = Notice(
            key=f"call-{event.pk}", words="call-to-mail", rows=rows, text=str(noted.get("text", "")), about=("contact", contact.pk)
        )
        post(contact, notice, agreement, event)


def post(contact: Contact, notice: Notice, agreement: Agreement, event: Event) -> None:
    """Put it into the outbox; the same key again is the mail that is already there."""
    desk = current_desk()
    language = translation.get_language() or "es"
    values = {"mesa.nombre": desk.name, "mesa.area": agreement.desk_name, "cliente.nombre": contact.name, "caso.asunto": ""}
    said = words_for(notice.words, agreement.id, language, values)
    context = {
        **look_of(desk),
        "desk": desk,
        "said": said,
        "language": language,
        "greeting": greeting(contact, event.at.astimezone(agreement.zone).hour),
        "case_url": url_of(desk, reverse("portal:front")),
        "zone_words": zone_words(agreement, event.at),
        "rows": notice.rows,
        "paragraphs": paragraphs(notice.text),
    }
    send(
        Mail(
            key=notice.key,
            to=contact.email,
            subject=said["subject"],
            text=render_to_string("tickets/mail/desk_wide.txt", context).strip() + "\n",
            html=render_to_string("tickets/mail/desk_wide.html", context),
            reply_to=mailbox_of(desk),
            about=notice.about,
        )
    )
