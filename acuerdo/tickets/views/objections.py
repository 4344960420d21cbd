"""Answering what a customer objects to."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.objection import ObjectionSettled, answer_objection
from acuerdo.tickets.forms.ending import ObjectionForm
from acuerdo.tickets.views.verb import verb


def answer(request: SignedInRequest, form: ObjectionForm) -> str:
    """Answer the oldest that waits."""
    if form.pending is None:
        msg = "No objection waits."
        raise ObjectionSettled(msg)
    said = form.cleaned_data
    answer_objection(form.pending.pk, said["answer"], upheld=said["upheld"] == "si", by=acting(request), at=timezone.now())
    return _("La respuesta va en camino a %(name)s.") % {"name": form.pending.contact.name}


create = verb(ObjectionForm, answer)
