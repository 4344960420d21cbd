"""What a customer has begun to write in a case, and the files they have laid to it: kept at once, and theirs alone."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from acuerdo.files.serving import served
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in
from acuerdo.portal.actions.write import was_sent
from acuerdo.portal.forms.begun import Begun
from acuerdo.portal.queries import draft_in
from acuerdo.portal.views.case import visible
from acuerdo.tickets.actions.draft import keep_files
from acuerdo.tickets.forms.case import kept_in
from acuerdo.tickets.forms.drafting import drafted_file, kept_so_far, lay_files
from acuerdo.tickets.models import Draft

KIND = Draft.Kind.CUSTOMER


@require_POST
@customers_only
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep the text as it stands."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    if was_sent(contact, request.POST.get("key", "")):  # it comes late: this very text was sent meanwhile
        return HttpResponse(status=204)
    return kept_so_far(request, ticket, KIND, button="btn btn-quiet")


@require_POST
@customers_only
def files(request: SignedInRequest, number: int) -> HttpResponse:
    """Lay files to the draft as soon as they are chosen, or take one out; answers with those that it holds.

    Without script the button that takes one out sends the whole form: its text is kept, and the page of the case comes again.
    """
    contact = contact_in(request)
    ticket = visible(contact, number)
    if was_sent(contact, request.POST.get("key", "")):
        return HttpResponse(status=204)
    try:
        lay_files(request, request.user, ticket, KIND, at=timezone.now())
    except ValidationError as reason:
        return HttpResponse(" ".join(reason.messages), status=422, content_type="text/plain; charset=utf-8")
    if "part" not in request.POST:
        return HttpResponse(status=303, headers={"Location": f"{reverse('portal:case', args=[number])}#escribir"})
    kept = kept_in(draft_in(ticket, contact), KIND.value, ticket)
    return render(request, "portal/kept.html", {"form": kept, "owns": True, "ticket": ticket})


@require_safe
@customers_only
@cache_control(private=True, no_store=True)
def file(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A file of one's own draft; nobody else's, of the same organisation neither."""
    stored = drafted_file(request.user, visible(contact_in(request), number), pk)
    if stored is None:
        raise Http404
    return served(stored, as_image="imagen" in request.GET)


def keep_refused(request: SignedInRequest, form: Begun) -> None:
    """Lay the files of a refused form to the draft: they are there even if the browser is closed now."""
    if form.owns and form.stored():
        keep_files(request.user, form.ticket, KIND, form.stored(), at=timezone.now())
