"""What a person has begun to write in a case."""

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.files.models import StoredFile
from acuerdo.people.access import WORK, SignedInRequest, needs
from acuerdo.tickets.actions.draft import add, keep
from acuerdo.tickets.forms.case import ids_in
from acuerdo.tickets.models import Draft, Ticket
from acuerdo.tickets.views.case import back, found, key_of

#: What is typed is kept up to so many characters; nobody types more.
LONGEST = 200_000


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep it as it stands; with `move` put it behind what was begun here, for a text whose own case became part of this one."""
    ticket = found(request, number)
    said = request.POST.get("kind", "")
    kind = Draft.Kind(said) if said in Draft.Kind.values else Draft.Kind.ANSWER
    text = request.POST.get("text", "").replace("\x00", "")[:LONGEST]
    if "move" not in request.POST:
        if cache.get(key_of(request)):  # it comes late: this very text was sent meanwhile
            return HttpResponse(status=204)
        keep(request.user, ticket, kind, text, at=timezone.now())
        return HttpResponse(status=204)
    add(request.user, ticket, kind, text, moved_files(request, ticket), at=timezone.now())
    messages.success(request, _("Su texto está ahora aquí, sin enviar."))
    return back(request, ticket)


def moved_files(request: SignedInRequest, ticket: Ticket) -> list[StoredFile]:
    """The files that a refused form of a case that became part of this one still holds."""
    word = request.POST.get("kept", "")
    parts = [ticket.pk, *ticket.merged.values_list("pk", flat=True)] if word else []
    ids = {pk for part in parts for pk in ids_in(word, part)}
    return list(StoredFile.objects.filter(pk__in=ids))
