"""Handing out what came with a message: always as a download, unless it is an image that a page may show."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from acuerdo.files.models import StoredFile
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import visible_to


@require_safe
@needs(READ)
@cache_control(private=True, max_age=3600)
def download(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """A file of a case that this person may see."""
    messages = Message.objects.filter(ticket__in=visible_to(request.user).filter(number=number))
    stored = get_object_or_404(StoredFile.objects.filter(messages__in=messages).distinct(), pk=pk)
    return served(stored, as_image="imagen" in request.GET)


def served(stored: StoredFile, *, as_image: bool = False) -> HttpResponse:
    """The content with headers under which a browser runs nothing of it."""
    inline = as_image and stored.may_be_shown
    response = HttpResponse(stored.read(), content_type=stored.content_type if inline else "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(not inline, stored.name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
