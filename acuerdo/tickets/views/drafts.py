"""What a person has begun to write in a case, and the files they have laid to it."""

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from acuerdo.files.actions.store import store_sent
from acuerdo.files.forms import FilesField
from acuerdo.files.models import StoredFile
from acuerdo.files.serving import served
from acuerdo.people.access import WORK, SignedInRequest, needs
from acuerdo.tickets.actions.draft import add, keep, keep_files, same_place, take_out, take_up
from acuerdo.tickets.forms.case import ids_in, kept_in
from acuerdo.tickets.models import Draft, Ticket
from acuerdo.tickets.views.case import back, found, key_of

#: What is typed is kept up to so many characters; nobody types more.
LONGEST = 200_000


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep it as it stands; with `move` put it behind what was begun here, for a text whose own case became part of this one."""
    ticket, kind = found(request, number), kind_of(request)
    if "move" not in request.POST:
        if cache.get(key_of(request)):  # it comes late: this very text was sent meanwhile
            return HttpResponse(status=204)
        take_up(request.user, ticket, request.POST.get("returned", ""), at=timezone.now())
        keep(request.user, ticket, kind, text_of(request), at=timezone.now())
        return HttpResponse(status=204)
    add(request.user, ticket, kind, text_of(request), moved_files(request, ticket), at=timezone.now())
    messages.success(request, _("Su texto está ahora aquí, sin enviar."))
    return back(request, ticket)


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
    draft = draft_of(request, ticket, kind)
    if "drop" in request.POST:
        if "text" in request.POST:
            keep(request.user, ticket, kind, text_of(request), at=timezone.now())
        file = request.POST["drop"]
        take_out(request.user, ticket, kind, int(file) if file.isdecimal() and len(file) < len(str(2**62)) else 0, at=timezone.now())
    else:
        try:
            sent = FilesField().clean(request.FILES.getlist("files"), had=draft.files.count() if draft else 0)
        except ValidationError as reason:
            return HttpResponse(" ".join(reason.messages), status=422, content_type="text/plain; charset=utf-8")
        keep_files(request.user, ticket, kind, store_sent(sent), at=timezone.now())
    if "part" not in request.POST:
        return back(request, ticket)
    kept = kept_in(draft_of(request, ticket, kind), kind.value, ticket)
    return render(request, "tickets/kept.html", {"form": kept, "ticket": ticket})


@require_safe
@needs(WORK)
@cache_control(private=True, no_store=True)
def file(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A file of one's own draft; nobody else's."""
    mine = Draft.objects.filter(person=request.user, ticket=found(request, number))
    stored = get_object_or_404(StoredFile, pk__in=Draft.files.through.objects.filter(draft__in=mine).values("storedfile"), pk=pk)
    return served(stored, as_image="imagen" in request.GET)


def kind_of(request: SignedInRequest) -> Draft.Kind:
    """In which box it is written; an answer when it does not say."""
    said = request.POST.get("kind") or request.POST.get("mode", "")
    return Draft.Kind(said) if said in {Draft.Kind.NOTE, Draft.Kind.SOLUTION} else Draft.Kind.ANSWER


def text_of(request: SignedInRequest) -> str:
    """What is typed so far."""
    return request.POST.get("text", "").replace("\x00", "")[:LONGEST]


def draft_of(request: SignedInRequest, ticket: Ticket, kind: Draft.Kind) -> Draft | None:
    """What this person has begun in that box."""
    return Draft.objects.filter(person=request.user, ticket=ticket, kind__in=same_place(kind)).order_by("-saved_at").first()


def moved_files(request: SignedInRequest, ticket: Ticket) -> list[StoredFile]:
    """The files that a refused form of a case that became part of this one still holds."""
    word = request.POST.get("kept", "")
    parts = [ticket.pk, *ticket.merged.values_list("pk", flat=True)] if word else []
    ids = {pk for part in parts for pk in ids_in(word, part)}
    return list(StoredFile.objects.filter(pk__in=ids))
