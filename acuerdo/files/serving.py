"""Handing out a file: always as a download, unless it is an image that a page may show."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from acuerdo.files.models import StoredFile


def served(stored: StoredFile, *, as_image: bool = False) -> HttpResponse:
    """The content with headers under which a browser runs nothing of it."""
    inline = as_image and stored.may_be_shown
    response = HttpResponse(stored.read(), content_type=stored.content_type if inline else "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(not inline, stored.name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
