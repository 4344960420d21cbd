"""Giving the desk a mail address, and taking one from it."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from acuerdo.channels.mail.events import AddressesChanged
from acuerdo.core.errors import Refusal
from acuerdo.core.mail import domain
from acuerdo.desks.models import Address, Desk, Domain
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


class AddressTaken(Refusal):
    """Another desk, or this one, has that address."""

    code = "mail.address_taken"


class LastAddress(Refusal):
    """A desk has at least one address: its mails come from it."""

    code = "mail.last_address"


@transaction.atomic
def add_address(desk: Desk, address: str, *, by: Actor, at: datetime) -> None:
    """Mail for this address is the desk's from now on. Raises AddressTaken."""
    Desk.objects.select_for_update().get(pk=desk.pk)
    if Domain.objects.filter(domain=domain(address)).exclude(tenant=desk).exists():
        # Whatever is written to a desk's host name is that desk's, though it has not written down each address.
        msg = f"{address} is at another desk's host."
        raise AddressTaken(msg, address=address)
    try:
        with transaction.atomic():
            Address.objects.create(address=address.strip().lower(), desk=desk)
    except IntegrityError as error:
        msg = f"{address} is taken."
        raise AddressTaken(msg, address=address) from error
    record(AddressesChanged(subject_id=desk.pk, added=address.strip().lower()), by=by, at=at)


@transaction.atomic
def send_from(desk: Desk, pk: int, *, by: Actor, at: datetime) -> str:
    """The desk's mails come from this address from now on; returns it, "" where the desk has none such."""
    Desk.objects.select_for_update().get(pk=desk.pk)
    found = Address.objects.filter(desk=desk, pk=pk).first()
    if found is None:
        return ""
    Address.objects.filter(desk=desk).update(is_sender=Q(pk=pk))
    record(AddressesChanged(subject_id=desk.pk, sender=found.address), by=by, at=at)
    return found.address


@transaction.atomic
def remove_address(desk: Desk, pk: int, *, by: Actor, at: datetime) -> None:
    """Mail for this address is refused from now on. Raises LastAddress."""
    Desk.objects.select_for_update().get(pk=desk.pk)
    theirs = {one.pk: one for one in Address.objects.filter(desk=desk)}
    if pk not in theirs:
        return
    if len(theirs) == 1:
        msg = "The last address of a desk stays."
        raise LastAddress(msg)
    theirs[pk].delete()
    record(AddressesChanged(subject_id=desk.pk, removed=theirs[pk].address), by=by, at=at)
