"""What came with a public message, for its customer: a file, or the message in the form it came in."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from acuerdo.customers.access import as_contact
from acuerdo.files.models import StoredFile
from acuerdo.files.serving import served
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in
from acuerdo.tickets.actions.view_file import view_file
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import of_contact, with_merged
from acuerdo.tickets.serving import framed


def messages_of(request: SignedInRequest, number: int) -> QuerySet[Message]:
    """The public messages of a case that this contact may see; never an internal note."""
    cases = of_contact(contact_in(request)).filter(number=number)
    return Message.objects.filter(ticket__in=with_merged(cases)).exclude(kind=Message.Kind.NOTE)


@require_safe
@customers_only
@cache_control(private=True, max_age=3600)
def download(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A file; `?imagen` shows what may be shown."""
    messages = messages_of(request, number)
    stored = get_object_or_404(StoredFile.objects.filter(messages__in=messages).distinct(), pk=pk)
    shown = "imagen" in request.GET and stored.may_be_shown
    case = messages.filter(files=stored).values_list("ticket_id", flat=True)[0]
    view_file(case, stored, shown=shown, by=as_contact(contact_in(request), request), at=timezone.now())
    return served(stored, as_image=shown)


@require_safe
@customers_only
@cache_control(private=True, no_store=True)
def markup(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A message's HTML, cleaned, in a page that runs nothing."""
    return framed(get_object_or_404(messages_of(request, number).exclude(html=""), pk=pk), number)
