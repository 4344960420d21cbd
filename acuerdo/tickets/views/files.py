"""What came with a message, for the desk's people."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from acuerdo.files.models import StoredFile
from acuerdo.files.serving import served
from acuerdo.people.access import READ, SignedInRequest, acting, needs
from acuerdo.tickets.actions.view_file import view_file
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import visible_to, with_merged


@require_safe
@needs(READ)
@cache_control(private=True, max_age=3600)
def download(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A file of a case that this person may see."""
    messages = Message.objects.filter(ticket__in=with_merged(visible_to(request.user).filter(number=number)))
    stored = get_object_or_404(StoredFile.objects.filter(messages__in=messages).distinct(), pk=pk)
    shown = "imagen" in request.GET and stored.may_be_shown
    case = messages.filter(files=stored).values_list("ticket_id", flat=True)[0]
    view_file(case, stored, shown=shown, by=acting(request), at=timezone.now())
    return served(stored, as_image=shown)
