"""A message as it came, in HTML, for the desk's people, and its images."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from acuerdo.files.models import StoredFile
from acuerdo.files.serving import served
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import visible_to, with_merged
from acuerdo.tickets.serving import LASTS, file_of, framed


@require_safe
@needs(READ)
@cache_control(private=True, no_store=True)
def show(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """The HTML of one message."""
    messages = Message.objects.filter(ticket__in=with_merged(visible_to(request.user).filter(number=number))).exclude(html="")
    return framed(get_object_or_404(messages, pk=pk), number)


@require_safe
@cache_control(private=True, max_age=LASTS)
def image(_request: object, number: int, word: str) -> HttpResponse:
    """An image inside a shown message. The frame is sandboxed and sends no cookie: its address is signed instead."""
    stored = get_object_or_404(StoredFile, pk=file_of(word, number))
    if not stored.may_be_shown:
        raise Http404
    return served(stored, as_image=True)
