"""A message as it came, in HTML: cleaned, in a frame of its own, where nothing of it runs or asks the network."""

import nh3
from django.core import signing
from django.http import Http404, HttpResponse
from django.urls import reverse

from acuerdo.core.mail import can_be_shown
from acuerdo.desks.queries import current_schema
from acuerdo.files.models import StoredFile
from acuerdo.tickets.models import Message

SALT = "acuerdo.message-image"
#: How long a shown message may ask for its images, seconds.
LASTS = 15 * 60
POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
STYLE = frozenset(
    [
        "background-color",
        "border",
        "border-collapse",
        "color",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "line-height",
        "margin",
        "margin-bottom",
        "margin-left",
        "margin-top",
        "padding",
        "padding-left",
        "text-align",
        "text-decoration",
        "vertical-align",
        "white-space",
        "width",
    ]
)
PAGE = """<!doctype html><html lang="es"><head><meta charset="utf-8"><title></title><style>
body{{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#1a1d21;background:#fff;overflow-wrap:anywhere}}
img{{max-width:100%;height:auto}}table{{max-width:100%}}</style></head><body>{body}</body></html>"""


def framed(message: Message, number: int) -> HttpResponse:
    """The page that stands in the frame; `number` is the case's. Raises Http404 for HTML that no letter has."""
    if not can_be_shown(message.html):
        raise Http404
    images = {f.content_id.strip("<>"): f for f in message.files.exclude(content_id="") if f.may_be_shown}
    response = HttpResponse(PAGE.format(body=cleaned(message.html, number, images)))
    response["Content-Security-Policy"] = POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def cleaned(html: str, number: int, images: dict[str, StoredFile]) -> str:
    """What is harmless of foreign HTML; only images that came with the message are shown."""
    attributes = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    attributes.setdefault("*", set()).add("style")
    attributes["img"] = {"alt", "height", "src", "width"}

    def source_of(tag: str, name: str, value: str) -> str | None:
        if (tag, name) != ("img", "src"):
            return value
        stored = images.get(value.removeprefix("cid:")) if value.startswith("cid:") else None
        return address_of(stored, number) if stored else None

    return nh3.clean(
        html,
        attributes=attributes,
        attribute_filter=source_of,
        filter_style_properties=set(STYLE),
        url_schemes={"http", "https", "mailto", "tel", "cid"},
        link_rel="noopener noreferrer",
        clean_content_tags={"script", "style", "head", "title"},
    )


def address_of(stored: StoredFile, number: int) -> str:
    """Where a shown message finds one of its images."""
    word = signing.dumps({"desk": current_schema(), "case": number, "file": stored.pk}, salt=SALT)
    return reverse("tickets:image", args=[number, word])


def file_of(word: str, number: int) -> int | None:
    """The file that such an address is for; None for one that is false, old, or of another desk or case."""
    try:
        said = signing.loads(word, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return int(said["file"]) if (said["desk"], said["case"]) == (current_schema(), number) else None
