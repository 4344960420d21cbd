"""What a person has begun to write in a case, and the files they have laid to it."""

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from acuerdo.files.models import StoredFile
from acuerdo.files.serving import served
from acuerdo.people.access import WORK, SignedInRequest, needs
from acuerdo.tickets.actions.draft import carry_over, take_up
from acuerdo.tickets.forms.case import ids_in, kept_in
from acuerdo.tickets.forms.drafting import draft_of, drafted_file, kept_so_far, lay_files, text_of
from acuerdo.tickets.models import Draft, Ticket
from acuerdo.tickets.views.case import back, found, key_of, lead


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep it as it stands; with `move` put it behind what was begun here, for a text whose own case became part of this one."""
    ticket, kind = found(request, number), kind_of(request)
    if "move" not in request.POST:
        if cache.get(key_of(request)):  # it comes late: this very text was sent meanwhile
            return HttpResponse(status=204)
        return kept_so_far(request, ticket, kind, returned=request.POST.get("returned", ""))
    carry_over(request.user, ticket, kind, text_of(request), moved_files(request, ticket), at=timezone.now())
    messages.success(request, _("Su texto está ahora aquí, sin enviar."))
    return lead(request, ticket)


@require_POST
@needs(WORK)
def files(request: SignedInRequest, number: int) -> HttpResponse:
    """Lay files to the draft as soon as they are chosen, or take one out; answers with those that it holds.

    Without script the button that takes one out sends the whole form: its text is kept, and the page of the case comes again.
    """
    ticket, kind = found(request, number), kind_of(request)
    if cache.get(key_of(request)):  # it comes late: the text it belongs to was sent meanwhile, and the file with it
        return HttpResponse(status=204)
    take_up(request.user, ticket, request.POST.get("returned", ""), at=timezone.now())
    try:
        lay_files(request, request.user, ticket, kind, at=timezone.now())
    except ValidationError as reason:
        return HttpResponse(" ".join(reason.messages), status=422, content_type="text/plain; charset=utf-8")
    if "part" not in request.POST:
        return back(request, ticket)
    kept = kept_in(draft_of(request.user, ticket, kind), kind.value, ticket)
    return render(request, "tickets/kept.html", {"form": kept, "ticket": ticket})


@require_safe
@needs(WORK)
@cache_control(private=True, no_store=True)
def file(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A file of one's own draft; nobody else's."""
    stored = drafted_file(request.user, found(request, number), pk)
    if stored is None:
        raise Http404
    return served(stored, as_image="imagen" in request.GET)


def kind_of(request: SignedInRequest) -> Draft.Kind:
    """In which box it is written; an answer when it does not say."""
    said = request.POST.get("kind") or request.POST.get("mode", "")
    return Draft.Kind(said) if said in {Draft.Kind.NOTE, Draft.Kind.SOLUTION} else Draft.Kind.ANSWER


def moved_files(request: SignedInRequest, ticket: Ticket) -> list[StoredFile]:
    """The files that a refused form of a case that became part of this one still holds."""
    word = request.POST.get("kept", "")
    parts = [ticket.pk, *ticket.merged.values_list("pk", flat=True)] if word else []
    ids = {pk for part in parts for pk in ids_in(word, part)}
    return list(StoredFile.objects.filter(pk__in=ids))
