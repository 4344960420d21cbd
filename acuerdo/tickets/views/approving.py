"""Asking for an approval, and writing down a decision."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.approve import ask, decide_approval, waive_quote
from acuerdo.tickets.forms import WAIVE, ApprovalForm, DecisionForm
from acuerdo.tickets.views.verb import verb


def demand(request: SignedInRequest, form: ApprovalForm) -> str:
    """Ask the committee or the customer; or decide that no quote is needed."""
    said, by, at = form.cleaned_data, acting(request), timezone.now()
    if said["kind"] == WAIVE:
        waive_quote(form.ticket.pk, reason=said["text"], by=by, at=at)
        return _("Quedó registrado que este caso no necesita cotización.")
    of = said["of"] if said["kind"] == "committee" else form.ticket.contact.name
    ask(form.ticket.pk, said["kind"], of=of, text=said["text"], amount=said["amount"], by=by, at=at)
    return _("Aprobación pedida. El caso espera la decisión.")


def write(request: SignedInRequest, form: DecisionForm) -> str:
    """Write down what was decided."""
    said = form.cleaned_data
    decide_approval(
        said["approval"], said["decision"], reason=said["reason"], minutes=said["minutes"], by=acting(request), at=timezone.now()
    )
    return _("Decisión registrada.")


request_ = verb(ApprovalForm, demand)
decision = verb(DecisionForm, write)
