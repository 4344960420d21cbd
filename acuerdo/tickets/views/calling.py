"""A call about a case, noted by whoever took it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.note_call import note_call
from acuerdo.tickets.forms import CallForm
from acuerdo.tickets.views.verb import verb


def keep(request: SignedInRequest, form: CallForm) -> str:
    """Keep what was said on both sides."""
    said = form.cleaned_data
    words = {name: said[name] for name in ("contact", "channel", "said", "answered", "happened_at")}
    ticket = note_call(form.ticket.pk, **words, by=acting(request), at=timezone.now())
    if ticket.pk != form.ticket.pk:
        return _("El caso había terminado: lo que dijo el cliente abrió el caso %(number)s.") % {"number": ticket.number}
    return _("Llamada anotada.")


update = verb(CallForm, keep)
