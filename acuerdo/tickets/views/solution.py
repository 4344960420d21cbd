"""Delivering a solution."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.draft import forget
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.forms import SolutionForm
from acuerdo.tickets.models import Draft
from acuerdo.tickets.views.learning import propose_article
from acuerdo.tickets.views.verb import verb


def deliver(request: SignedInRequest, form: SolutionForm) -> str:
    """Send the solution; the customer is asked whether it serves."""
    text, files = form.cleaned_data["text"], form.stored()
    solve(form.ticket.pk, text, evidence=form.evidence, files=files, by=acting(request), at=timezone.now())
    forget(request.user, form.ticket, Draft.Kind.SOLUTION, text, sent=files, shown=form.data.get("shown"))
    propose_article(request, form)
    return _("La solución va en camino a %(name)s.") % {"name": form.ticket.contact.name}


create = verb(SolutionForm, deliver)
