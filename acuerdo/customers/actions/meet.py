"""Making a contact of a sender who has none yet."""

from acuerdo.customers.models import Contact, Organisation


def meet(*, email: str, name: str, organisation: Organisation | None) -> Contact:
    """The contact with this address; made now if there was none. Safe when two messages arrive at once."""
    contact, made = Contact.objects.get_or_create(
        email=email.strip().lower()[:254], defaults={"name": (name or email)[:160], "organisation": organisation}
    )
    if not made and contact.organisation_id is None and organisation is not None:
        contact.organisation = organisation
        contact.save(update_fields=["organisation"])
    return contact
