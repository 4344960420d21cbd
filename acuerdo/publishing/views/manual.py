"""The published manual as a page. Open to all; a customer's contact is asked there to accept it."""

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of
from acuerdo.customers.queries import contact_of
from acuerdo.people.models import Person
from acuerdo.publishing.document import Document, document_of
from acuerdo.publishing.queries import Edition, edition
from acuerdo.publishing.queries.editions import version_before
from acuerdo.publishing.queries.told import acceptance
from acuerdo.publishing.queries.worded import changes_by_part
from acuerdo.ui.language import language


@require_safe
def show(request: HttpRequest, version: str = "") -> HttpResponse:
    """The version in force, or another that was published, with the calendar of its year."""
    chosen = edition(timezone.localdate(), version)
    agreement = agreement_of(chosen.version)
    document = document_of(agreement, chosen.year)
    context = {"edition": chosen, "document": document, "article": article_of(document), "zone": agreement.zone}
    return render(request, "publishing/manual.html", context | asked(request, chosen))


@require_safe
def changes(request: HttpRequest, version: str) -> HttpResponse:
    """What a version says otherwise than the one before it; Http404 for the first."""
    chosen = edition(timezone.localdate(), version)
    before = version_before(chosen.version)
    if before is None:
        raise Http404
    agreement = agreement_of(chosen.version)
    parts = changes_by_part(agreement_of(before), agreement, language())
    context = {"edition": chosen, "before": before, "parts": parts, "zone": agreement.zone}
    return render(request, "publishing/changes.html", context | asked(request, chosen) | {"has_changes": False})


def asked(request: HttpRequest, chosen: Edition) -> dict[str, object]:
    """Whether this reader is asked to accept it, and whether they have: a customer's contact, and a version that is not over."""
    person = getattr(request, "user", None)
    if not (isinstance(person, Person) and person.is_active and person.is_customer) or chosen.standing == "past":
        return {}
    contact = contact_of(person)
    if contact is None or contact.organisation_id is None:
        return {}
    follows = any(other.effective_from <= chosen.version.effective_from for other in chosen.others)
    return {"asks": True, "accepted": acceptance(chosen.version, contact), "has_changes": follows}


# The article is the same for every reader, in the document's language: a process sets it once.
@lru_cache(maxsize=16)
def article_of(document: Document) -> SafeString:
    """The document itself, set."""
    return render_to_string("publishing/article.html", {"document": document, "spoken": document.language[:2]})
