"""What a person has begun to write in a case, as a page sends it: the desk's composer and the customer's box alike."""

from datetime import datetime

from django.http import HttpRequest

from acuerdo.files.actions.store import store_sent
from acuerdo.files.forms import FilesField
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.actions.draft import keep, keep_files, same_place, take_out
from acuerdo.tickets.models import Draft, Ticket

#: What is typed is kept up to so many characters; nobody types more.
LONGEST = 200_000


def text_of(request: HttpRequest) -> str:
    """What is typed so far."""
    return request.POST.get("text", "").replace("\x00", "")[:LONGEST]


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
        take_out(person, ticket, kind, int(file) if file.isdecimal() and len(file) < len(str(2**62)) else 0, at=at)
        return
    draft = draft_of(person, ticket, kind)
    sent = FilesField().clean(request.FILES.getlist("files"), had=draft.files.count() if draft else 0)
    keep_files(person, ticket, kind, store_sent(sent), at=at)


def drafted_file(person: Person, ticket: Ticket, pk: int) -> StoredFile | None:
    """A file of one's own draft; nobody else's."""
    mine = Draft.objects.filter(person=person, ticket=ticket)
    return StoredFile.objects.filter(pk__in=Draft.files.through.objects.filter(draft__in=mine).values("storedfile"), pk=pk).first()
