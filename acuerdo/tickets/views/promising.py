"""Promising a date, and the replies of several points."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.core.tickets import Status
from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.promise import promise
from acuerdo.tickets.actions.reply import reply_formally
from acuerdo.tickets.forms import PromiseForm, ReplyForm
from acuerdo.tickets.views.verb import verb


def give_word(request: SignedInRequest, form: PromiseForm) -> str:
    """Promise the date, or move it."""
    said = form.cleaned_data
    promise(form.ticket.pk, said["clock"], said["day"], reason=said["reason"], by=acting(request), at=timezone.now())
    return _("Fecha prometida. Se la decimos a %(name)s.") % {"name": form.ticket.contact.name}


def reply(request: SignedInRequest, form: ReplyForm) -> str:
    """Send the replies that were filled in."""
    said = form.cleaned_data
    reply_formally(form.ticket.pk, form.points, opening=said["opening"], then=Status(said["then"]), by=acting(request), at=timezone.now())
    return _("La respuesta va en camino a %(name)s.") % {"name": form.ticket.contact.name}


date = verb(PromiseForm, give_word)
formal = verb(ReplyForm, reply)
