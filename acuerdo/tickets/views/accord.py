"""Closing by mutual agreement."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.accord import propose_accord, record_accord
from acuerdo.tickets.forms.ending import AccordForm
from acuerdo.tickets.views.verb import verb


def agree(request: SignedInRequest, form: AccordForm) -> str:
    """Ask the customer, or write down what both said."""
    said, by, at = form.cleaned_data, acting(request), timezone.now()
    if said["way"]:
        record_accord(form.ticket.pk, said["text"], said=said["said"], channel=said["way"], by=by, at=at)
        return _("El caso quedó cerrado de mutuo acuerdo, con lo que dijo cada parte.")
    propose_accord(form.ticket.pk, said["text"], by=by, at=at)
    return _("La propuesta va en camino a %(name)s. El caso se cierra cuando la acepte.") % {"name": form.ticket.contact.name}


create = verb(AccordForm, agree)
