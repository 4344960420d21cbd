"""Reporting a case, and the page that says by when it will be answered."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.customers.access import as_contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in
from acuerdo.portal.actions.write import report
from acuerdo.portal.forms import ReportForm
from acuerdo.portal.views.case import shown, visible


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@customers_only
def create(request: SignedInRequest) -> HttpResponse:
    """The form; sent, it opens a case."""
    contact = contact_in(request)
    form = ReportForm(request.POST or None, request.FILES or None, agreement=agreement_of(current_version()))
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "contact": contact, "lost_files": bool(request.FILES)}
        return render(request, "portal/report.html", context, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    ticket = report(
        contact,
        said["subject"],
        said["text"],
        once=said["once"],
        files=form.stored(),
        proposed=form.proposed,
        by=as_contact(contact, request),
        at=timezone.now(),
    )
    return HttpResponse(status=303, headers={"Location": reverse("portal:received", args=[ticket.number])})


@never_cache
@require_safe
@customers_only
def received(request: SignedInRequest, number: int) -> HttpResponse:
    """What will happen now, and by when."""
    contact = contact_in(request)
    context = shown(visible(contact, number), contact, timezone.now())
    live = [promise for promise in context["promises"] if promise.live]
    return render(request, "portal/received.html", {**context, "first": live[0] if live else None, "others": live[1:]})
