"""Publishing the draft: its day, what changes, its effect, whom to tell; then it never changes."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.agreements import Agreement
from acuerdo.core.errors import Refusal
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.publishing import wording
from acuerdo.publishing.actions.draft import Stale, save
from acuerdo.publishing.actions.release import release
from acuerdo.publishing.forms import ReleaseForm
from acuerdo.publishing.models import ManualDraft
from acuerdo.publishing.queries.lines import line_of, with_day
from acuerdo.publishing.queries.told import authorised_contacts
from acuerdo.publishing.queries.worded import changes_by_part
from acuerdo.publishing.views.draft import to
from acuerdo.publishing.views.drafted import draft_there
from acuerdo.publishing.views.effect import context_of
from acuerdo.ui.language import language


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def publish(request: SignedInRequest) -> HttpResponse:
    """Confirm and publish. Another day than the text's is first written into the text and shown."""
    draft = draft_there()
    context = context_of(draft)
    agreement = context["review"].agreement  # type: ignore[attr-defined]
    if agreement is None:
        return to("publishing:draft")
    if request.method != "POST":
        first = {"revision": draft.revision, "day": agreement.effective_from, "note": draft.note, "tell": "authorised"}
        return page(request, draft, agreement, ReleaseForm(initial=first), context)
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return page(request, draft, agreement, form, context, status=422)
    said = form.cleaned_data
    try:
        if said["day"] != agreement.effective_from:
            return on_another_day(request, draft, said["day"], form)
        version = release(said["revision"], tell=said["tell"], note=said["note"], by=acting(request), at=timezone.now())
    except Refusal as refusal:
        form.add_error(None, wording.of(refusal))
        if isinstance(refusal, Stale):
            form.data = {**{name: form.data[name] for name in form.data}, "revision": str(refusal.draft.revision)}
        return page(request, draft, agreement, form, context, status=422)
    messages.success(request, _("La versión %(version)s quedó publicada. Ya no cambia.") % {"version": version.version})
    return HttpResponse(status=303, headers={"Location": reverse("publishing:told", args=[version.version])})


def on_another_day(request: SignedInRequest, draft: ManualDraft, day: date, form: ReleaseForm) -> HttpResponse:
    """Write the day into the text, and ask again with the line as it now is. Raises Stale."""
    line = line_of(draft.text, "effective_from")
    before = draft.text.split("\n")[line - 1] if line else ""
    draft = save(with_day(draft.text, day), form.cleaned_data["revision"], person=request.user, by=acting(request), at=timezone.now())
    context = context_of(draft)
    agreement = context["review"].agreement  # type: ignore[attr-defined]
    if agreement is None or not line:
        return to("publishing:draft")
    again = ReleaseForm(initial={**form.cleaned_data, "revision": draft.revision})
    moved = {"line": line, "before": before, "after": draft.text.split("\n")[line - 1]}
    return page(request, draft, agreement, again, {**context, "moved": moved})


def page(
    request: HttpRequest, draft: ManualDraft, agreement: Agreement, form: ReleaseForm, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """Everything that one should have seen before."""
    in_force = current_version()
    form.fields["day"].widget.attrs["min"] = timezone.localdate().isoformat()
    whole = {
        **context,
        "agreement": agreement,
        "in_force": in_force,
        "parts": changes_by_part(agreement_of(in_force), agreement, language()),
        "form": form,
        "contacts": authorised_contacts().count(),
        "here": "release",
    }
    return render(request, "publishing/admin/release.html", whole, status=status)
