"""The review after an incident."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.learn import Findings, write_review
from acuerdo.tickets.forms.ending import ReviewForm
from acuerdo.tickets.views.verb import verb


def write(request: SignedInRequest, form: ReviewForm) -> str:
    """Keep what was found."""
    names = ("happened", "cause", "actions", "proposals", "owner", "due_on")
    findings = Findings(**{name: form.cleaned_data[name] for name in names})
    write_review(form.ticket.pk, findings, by=acting(request), at=timezone.now())
    return _("La revisión quedó en el caso.")


update = verb(ReviewForm, write)
