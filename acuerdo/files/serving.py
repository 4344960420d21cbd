"""Handing out a file: always as a download, unless it is an image that a page may show."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from acuerdo.files.models import StoredFile


def served(stored: StoredFile, *, as_image: bool = False) -> HttpResponse:
    """A stored file; shown only where it was asked for as an image and is one."""
    return handed_out(stored.read(), stored.name, image=stored.content_type if as_image and stored.may_be_shown else "")


def handed_out(content: bytes, name: str, *, image: str = "") -> HttpResponse:
    """The content with headers under which a browser runs nothing of it. `image` is the type of what may be shown."""
    response = HttpResponse(content, content_type=image or "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(not image, name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
