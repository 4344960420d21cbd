"""The editor: the draft's text, what is said beside its lines, and saving it so that no two editors overwrite each other."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import current_version
from acuerdo.core.errors import Refusal
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.publishing import wording
from acuerdo.publishing.actions.draft import Stale, discard, put_aside, save, start, tidy
from acuerdo.publishing.models import ManualDraft
from acuerdo.publishing.queries.drafts import compared, open_draft
from acuerdo.publishing.queries.mending import mended
from acuerdo.publishing.views.remarks import review

#: Where a button beside the editor leads once the text is saved.
WAYS = {
    "changes": "publishing:draft_changes",
    "effect": "publishing:effect",
    "preview": "publishing:preview",
    "history": "publishing:history",
    "release": "publishing:release",
}


@require_POST
@needs(ADMINISTER)
def create(request: SignedInRequest) -> HttpResponse:
    """Begin a draft with a version's text, the one in force unless another is named; or go on with the draft there is."""
    name = request.POST.get("version", "")
    version = get_object_or_404(ManualVersion, version=name) if name else current_version()
    start(version, person=request.user, by=acting(request), at=timezone.now())
    return to("publishing:draft")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest) -> HttpResponse:
    """Show the text; save it, review it, or put right in it what is certain."""
    draft = open_draft()
    if request.method != "POST":
        return page(request, draft, draft.text) if draft else to("publishing:versions")
    text = tidy(request.POST.get("text", ""))
    if draft is not None and request.POST.get("do") == "mend":
        return page(request, draft, mended(text, review(text, timezone.now()).faults))
    if draft is not None and request.POST.get("do") == "review":
        return page(request, draft, text)
    return keep(request, draft, text)


def keep(request: SignedInRequest, draft: ManualDraft | None, text: str) -> HttpResponse:
    """Save a text; a late one is shown beside the one it missed, and neither is lost."""
    try:
        draft = save(text, revision_in(request), person=request.user, by=acting(request), at=timezone.now())
    except Stale as late:
        return conflict(request, late.draft, text)
    except Refusal as refusal:
        return page(request, draft, text, refusal=wording.of(refusal), status=422) if draft else no_draft(request, text)
    if request.headers.get("HX-Request"):
        return render(request, "publishing/admin/saved.html", {"draft": draft, "review": review(draft.text, timezone.now())})
    return to(WAYS.get(request.POST.get("go", ""), "publishing:draft"))


@require_POST
@needs(ADMINISTER)
def check(request: SignedInRequest) -> HttpResponse:
    """What there is to say of a text while it is typed; nothing is saved."""
    found = review(tidy(request.POST.get("text", "")), timezone.now())
    return render(request, "publishing/admin/remarks.html", {"review": found})


@require_POST
@needs(ADMINISTER)
def put_away(request: SignedInRequest) -> HttpResponse:
    """Discard the draft that was seen."""
    try:
        discard(revision_in(request), by=acting(request), at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, wording.of(refusal))
        return to("publishing:history" if isinstance(refusal, Stale) else "publishing:versions")
    messages.success(request, _("El borrador quedó apartado; la versión en vigor no cambió."))
    return to("publishing:versions")


def page(request: HttpRequest, draft: ManualDraft, text: str, *, refusal: str = "", status: int = 200) -> HttpResponse:
    """The editor with a text, saved or not."""
    context = {
        "draft": draft,
        "text": text,
        "review": review(text, timezone.now()),
        "is_saved": text == draft.text,
        "refusal": refusal,
        "here": "text",
    }
    return render(request, "publishing/admin/draft.html", context, status=status)


def conflict(request: SignedInRequest, draft: ManualDraft, text: str) -> HttpResponse:
    """Both texts, line by line; the late one is already put aside, so that leaving the page loses nothing."""
    put_aside(text, person=request.user, at=timezone.now())
    context = {"draft": draft, "text": text, "lines": compared(draft.text, text), "here": "text"}
    response = render(request, "publishing/admin/conflict.html", context, status=422)
    if request.headers.get("HX-Request"):
        response["HX-Retarget"], response["HX-Reselect"], response["HX-Reswap"] = "#main", "#main", "outerHTML show:top"
    return response


def no_draft(request: HttpRequest, text: str) -> HttpResponse:
    """What was typed, for its draft is gone."""
    response = render(request, "publishing/admin/gone.html", {"text": text}, status=422)
    if request.headers.get("HX-Request"):
        response["HX-Retarget"], response["HX-Reselect"], response["HX-Reswap"] = "#main", "#main", "outerHTML show:top"
    return response


def revision_in(request: HttpRequest) -> int:
    """The revision over which somebody wrote; 0, which no draft has, for what is no number."""
    said = request.POST.get("revision", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0  # noqa: PLR2004


def to(name: str) -> HttpResponseRedirect:
    """See another page (303)."""
    response = redirect(reverse(name))
    response.status_code = 303
    return response
