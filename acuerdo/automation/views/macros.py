"""Saved answers: one's own, the desk's, and those at hand in a case."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.automation.actions.save_macro import save_macro, throw_away
from acuerdo.automation.forms import MacroForm, SharedMacroForm
from acuerdo.automation.models import Macro
from acuerdo.automation.queries import agreement_now, at_hand, own, shared
from acuerdo.automation.views.filling import values_in
from acuerdo.core.mail import fill
from acuerdo.people.access import ADMINISTER, WORK, SignedInRequest, acting, needs
from acuerdo.people.queries import staff
from acuerdo.tickets import wording
from acuerdo.tickets.queries import agreement_for, visible_to


@never_cache
@require_safe
@needs(WORK)
def offered(request: SignedInRequest, number: int) -> JsonResponse:
    """Give what this person may use in a case, filled in for it; the composer filters it while one types."""
    ticket = get_object_or_404(visible_to(request.user).select_related("manual", "contact", "organisation", "assignee"), number=number)
    agreement, values = agreement_for(ticket), values_in(ticket, request.user)
    macros = list(at_hand(request.user))
    people = {person.pk: person.name for person in staff()}
    said = [
        {
            "title": macro.title,
            "text": fill(macro.text, values),
            "deeds": [{"value": deed, "words": wording.deed(deed, agreement, people)} for deed in macro.deeds],
        }
        for macro in macros
    ]
    others = [name for pk, name in people.items() if pk != request.user.pk]
    return JsonResponse({"macros": said, "people": others})


@require_safe
@needs(WORK)
def mine(request: SignedInRequest) -> HttpResponse:
    """List one's own."""
    context = {"macros": list(own(request.user)), "shared": False, "others": list(at_hand(request.user).exclude(visible_to=Macro.For.OWN))}
    return render(request, "automation/my_macros.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(WORK)
def edit_mine(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write one's own, change it, or throw it away."""
    macro = get_object_or_404(own(request.user), pk=pk) if pk is not None else None
    form = MacroForm(request.POST or None, macro=macro, agreement=agreement_now())
    whole = macro or Macro(owner=request.user, visible_to=Macro.For.OWN)
    return edited(request, form, whole, "automation:mine")


@require_safe
@needs(ADMINISTER)
def ours(request: SignedInRequest) -> HttpResponse:
    """List the desk's and its teams'."""
    return render(request, "automation/macros.html", {"macros": list(shared()), "shared": True})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit_ours(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write one of the desk's, change it, or throw it away."""
    macro = get_object_or_404(shared(), pk=pk) if pk is not None else None
    form = SharedMacroForm(request.POST or None, macro=macro, agreement=agreement_now())
    return edited(request, form, macro or Macro(visible_to=Macro.For.DESK), "automation:ours")


def edited(request: SignedInRequest, form: MacroForm, macro: Macro, back: str) -> HttpResponse:
    """Do what the form says."""
    if request.method == "POST" and "remove" in request.POST and macro.pk:
        throw_away(macro, by=acting(request), at=timezone.now())
        messages.success(request, _("«%(title)s» ya no está.") % {"title": form.initial["title"]})
        return redirect(back)
    if request.method == "POST" and form.is_valid():
        saved = save_macro(macro, form.values, by=acting(request), at=timezone.now())
        messages.success(request, _("«%(title)s» quedó guardada.") % {"title": saved.title})
        return redirect(back)
    template = "automation/macro_form.html" if back == "automation:ours" else "automation/my_macro_form.html"
    return render(request, template, {"form": form, "macro": macro, "back": back}, status=422 if form.is_bound else 200)
