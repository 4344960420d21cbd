"""The published manual as a page. Open to all."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of
from acuerdo.publishing.document import Document, document_of
from acuerdo.publishing.queries import edition


@require_safe
def show(request: HttpRequest, version: str = "") -> HttpResponse:
    """The version in force, or another that was published, with the calendar of its year."""
    chosen = edition(timezone.localdate(), version)
    agreement = agreement_of(chosen.version)
    document = document_of(agreement, chosen.year)
    context = {"edition": chosen, "document": document, "article": article_of(document), "zone": agreement.zone}
    return render(request, "publishing/manual.html", context)


# The article is the same for every reader, in the document's language: a process sets it once.
@lru_cache(maxsize=16)
def article_of(document: Document) -> SafeString:
    """The document itself, set."""
    return render_to_string("publishing/article.html", {"document": document, "spoken": document.language[:2]})
