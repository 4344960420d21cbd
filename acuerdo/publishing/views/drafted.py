"""The draft beside the version in force: what changes, how it will look, and the texts it has had."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.errors import Refusal
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.publishing import wording
from acuerdo.publishing.actions.draft import save
from acuerdo.publishing.document import document_of
from acuerdo.publishing.models import ManualDraft
from acuerdo.publishing.queries.drafts import compared, open_draft
from acuerdo.publishing.queries.worded import changes_by_part, year_of
from acuerdo.publishing.views.draft import revision_in, to
from acuerdo.publishing.views.remarks import review
from acuerdo.ui.language import language

#: The document in a frame of the editor; nobody else may frame it.
FRAMED = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"


def draft_there() -> ManualDraft:
    """The open draft; Http404 where there is none."""
    draft = open_draft()
    if draft is None:
        raise Http404
    return draft


@require_safe
@needs(ADMINISTER)
def changes(request: SignedInRequest) -> HttpResponse:
    """What it says otherwise than the version in force, in the manual's own terms, and line by line."""
    draft, in_force = draft_there(), current_version()
    found = review(draft.text, timezone.now())
    context = {
        "draft": draft,
        "review": found,
        "in_force": in_force,
        "parts": changes_by_part(agreement_of(in_force), found.agreement, language()) if found.agreement else [],
        "lines": compared(in_force.text, draft.text),
        "here": "changes",
    }
    return render(request, "publishing/admin/changes.html", context)


@require_safe
@needs(ADMINISTER)
def preview(request: SignedInRequest) -> HttpResponse:
    """The page around the frame."""
    draft = draft_there()
    return render(
        request, "publishing/admin/preview.html", {"draft": draft, "review": review(draft.text, timezone.now()), "here": "preview"}
    )


@require_safe
@needs(ADMINISTER)
def sheet(request: SignedInRequest) -> HttpResponse:
    """The manual as its public page will draw it. Raises Http404 for a text with faults."""
    agreement = review(draft_there().text, timezone.now()).agreement
    if agreement is None:
        raise Http404
    # Uncached: a draft lives shorter than the documents that all readers share.
    document = document_of.__wrapped__(agreement, year_of(agreement, timezone.localdate()))
    article = render_to_string("publishing/article.html", {"document": document, "spoken": document.language[:2]})
    response = render(request, "publishing/admin/sheet.html", {"document": document, "article": article})
    response["Content-Security-Policy"], response["X-Frame-Options"] = FRAMED, "SAMEORIGIN"
    return response


@require_safe
@needs(ADMINISTER)
def history(request: SignedInRequest) -> HttpResponse:
    """Every text the draft has had, and those put aside."""
    draft = draft_there()
    kept = draft.revisions.select_related("by").defer("text")
    return render(request, "publishing/admin/history.html", {"draft": draft, "revisions": kept, "here": "history"})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def revision(request: SignedInRequest, kept: int) -> HttpResponse:
    """One of them beside the draft as it stands; by POST the draft goes back to it, as a new revision."""
    draft = draft_there()
    chosen = get_object_or_404(draft.revisions.select_related("by"), pk=kept)
    if request.method == "POST":
        try:
            save(chosen.text, revision_in(request), person=request.user, by=acting(request), at=timezone.now())
        except Refusal as refusal:
            messages.warning(request, wording.of(refusal))
            return redirect(request.path)
        messages.success(request, _("El borrador volvió a ese texto. El anterior sigue en el historial."))
        return to("publishing:draft")
    context = {"draft": draft, "chosen": chosen, "lines": compared(draft.text, chosen.text), "here": "history"}
    return render(request, "publishing/admin/revision.html", context)
