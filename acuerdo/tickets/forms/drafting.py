"""What a person has begun to write in a case, as a page sends it: the desk's composer and the customer's box alike."""

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from acuerdo.files.actions.store import store_sent
from acuerdo.files.forms import FilesField
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.actions.draft import WrittenElsewhere, go_on, keep, keep_files, same_place, take_out
from acuerdo.tickets.models import Draft, Ticket

#: What is typed is kept up to so many characters; nobody types more.
LONGEST = 200_000


def text_of(request: HttpRequest) -> str:
    """What is typed so far."""
    return request.POST.get("text", "")[:LONGEST]


def kept_so_far(
    request: HttpRequest, ticket: Ticket, kind: Draft.Kind, *, returned: str = "", button: str = "act act--small"
) -> HttpResponse:
    """Keep what the page has typed so far; the answer names the draft as it now is, for the page's next save.

    Where another page wrote on it meanwhile nothing is kept, and the answer shows what stands there: neither text is lost.
    """
    person, shown, now = cast("Person", request.user), request.POST.get("shown"), timezone.now()
    try:
        mark = go_on(person, ticket, kind, text_of(request), shown=shown, returned=returned, at=now)
    except WrittenElsewhere as reason:
        draft = cast("Draft", reason.facts["draft"])
        page = render(request, "tickets/elsewhere.html", {"draft": draft, "button": button})
        page["X-Draft"] = draft.mark
        return page
    return HttpResponse(status=204, headers={"X-Draft": mark})


def draft_of(person: Person, ticket: Ticket, kind: Draft.Kind) -> Draft | None:
    """What this person has begun in that box."""
    return Draft.objects.filter(person=person, ticket=ticket, kind__in=same_place(kind)).order_by("-saved_at").first()


def lay_files(request: HttpRequest, person: Person, ticket: Ticket, kind: Draft.Kind, *, at: datetime) -> None:
    """Lay what was chosen to the draft, or take out the file that `drop` names, keeping the text that came along.

    Raises ValidationError, with what to do, for files that no message may carry.
    """
    if "drop" in request.POST:
        if "text" in request.POST:
            keep(person, ticket, kind, text_of(request), at=at)
        file = request.POST["drop"]
        take_out(person, ticket, kind, int(file) if file.isdecimal() and len(file) < len(str(2**62)) else 0)
        return
    draft = draft_of(person, ticket, kind)
    sent = FilesField().clean(request.FILES.getlist("files"), had=draft.files.count() if draft else 0)
    keep_files(person, ticket, kind, store_sent(sent), at=at)


def drafted_file(person: Person, ticket: Ticket, pk: int) -> StoredFile | None:
    """A file of one's own draft; nobody else's."""
    mine = Draft.objects.filter(person=person, ticket=ticket)
    return StoredFile.objects.filter(pk__in=Draft.files.through.objects.filter(draft__in=mine).values("storedfile"), pk=pk).first()
