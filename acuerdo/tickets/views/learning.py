"""The prompt at a solution and at a closing: whether the case deserves an article (SOP-028)."""

from django.utils import timezone

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.learn import deserve_article
from acuerdo.tickets.forms import VerbForm


def propose_article(request: SignedInRequest, form: VerbForm) -> None:
    """Keep the idea where it was ticked."""
    if form.cleaned_data.get("article"):
        deserve_article(form.ticket.pk, form.cleaned_data["article_words"], by=acting(request), at=timezone.now())
