"""Who was told of a version, who accepted it; and who is to be told."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from acuerdo.agreements.models import ManualVersion
from acuerdo.customers.models import Contact, Organisation
from acuerdo.notifications.models import Outgoing
from acuerdo.publishing.models import Acknowledgement, Announcement


def authorised_contacts() -> QuerySet[Contact]:
    """Those who speak for a customer: authorised, of an organisation that is not cancelled; by organisation and name."""
    contacts = Contact.objects.filter(is_authorised=True, organisation__isnull=False)
    contacts = contacts.exclude(organisation__state=Organisation.State.CANCELLED)
    return contacts.select_related("organisation", "person").order_by("organisation__name", "name", "pk")


@dataclass(frozen=True, slots=True)
class Standing:
    """A contact and a version: when they were told, what became of the mail, when and how they accepted."""

    contact: Contact
    told_at: datetime | None
    mail: Outgoing | None
    accepted: Acknowledgement | None


def key_of_mail(version: ManualVersion, contact: Contact) -> str:
    """Why the mail is sent: once a version and contact."""
    return f"manual-{version.pk}-{contact.pk}"


def standings(version: ManualVersion) -> list[Standing]:
    """Everybody who was told of a version or accepted it, by organisation and name."""
    told = {each.contact_id: each for each in Announcement.objects.filter(version=version)}
    accepted = {each.contact_id: each for each in Acknowledgement.objects.filter(version=version)}
    contacts = Contact.objects.filter(pk__in=told.keys() | accepted.keys()).select_related("organisation")
    mails = {mail.key: mail for mail in Outgoing.objects.filter(subject_kind="manual", subject_id=version.pk).defer("text", "html")}
    return [
        Standing(
            contact=contact,
            told_at=told[contact.pk].at if contact.pk in told else None,
            mail=mails.get(key_of_mail(version, contact)),
            accepted=accepted.get(contact.pk),
        )
        for contact in contacts.order_by("organisation__name", "name", "pk")
    ]


def acceptance(version: ManualVersion, contact: Contact) -> Acknowledgement | None:
    """Whether a contact accepted, and when."""
    return Acknowledgement.objects.filter(version=version, contact=contact).first()
