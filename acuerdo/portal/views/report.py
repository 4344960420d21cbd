"""Reporting a case, and the page that says by when it will be answered."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version, terms_under
from acuerdo.core.agreements import may_report
from acuerdo.customers.access import as_contact
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import authorised_of, contract_of
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.people.queries import day_of
from acuerdo.portal.access import contact_in
from acuerdo.portal.actions.write import report
from acuerdo.portal.forms import ReportForm
from acuerdo.portal.views.case import shown, visible
from acuerdo.portal.views.promises import PromiseView, promises
from acuerdo.portal.views.turn import ahead_of
from acuerdo.tickets.queries import foreseen

#: A button of the form that asks for other questions, and sends nothing.
ASK = "preguntar"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@customers_only
def create(request: SignedInRequest) -> HttpResponse:
    """The form; sent, it opens a case. Asked for another type, it comes back with what that one asks, and nothing typed is lost."""
    contact, now = contact_in(request), timezone.now()
    version = current_version()
    agreement = agreement_of(version)
    contract, _doubt = contract_of(contact.organisation, day_of(now))
    known = {"plan": contract.plan} if contract and contract.plan else {}
    asking = request.method == "POST" and ASK in request.POST
    chosen = {"type": request.GET.get("tipo", "")}
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReportForm(data, files, agreement=agreement, known=known, reach=contact.email, initial=chosen)
    if data is None or asking or not form.is_valid():
        if asking:
            form.put_off()
        terms = terms_under(version, contract.overrides if contract else {})
        clocks = foreseen(agreement, terms, form.facts, contract.scope if contract else (), opened_at=now, now=now)
        context = {
            "form": form,
            "contact": contact,
            "lost_files": bool(request.FILES),
            "zone": agreement.zone,
            "unauthorised": unauthorised(contact, form, now),
            **before_sending(promises(clocks, agreement, terms, now)),
        }
        return render(request, "portal/report.html", context, status=422 if data is not None and not asking else 200)
    said = form.cleaned_data
    ticket = report(
        contact,
        said["subject"],
        form.whole_text,
        once=said["once"],
        files=form.stored(),
        proposed=form.proposed,
        answers=form.answers,
        extra=form.extra,
        by=as_contact(contact, request),
        at=timezone.now(),
    )
    return HttpResponse(status=303, headers={"Location": reverse("portal:received", args=[ticket.number])})


def before_sending(views: list[PromiseView]) -> dict[str, Any]:
    """What will happen once it is sent: the first promise, and the others."""
    live = [view for view in views if view.live]
    return {"first": live[0] if live else None, "others": live[1:], "headline": ahead_of(views)}


def unauthorised(contact: Contact, form: ReportForm, _now: datetime) -> dict[str, Any] | None:
    """What to tell somebody who may not report by themselves: why, and who can; their report is taken all the same (DIG-005)."""
    reporting = form.agreement.reporting
    public = bool(form.kind and form.kind.public)
    if may_report(reporting, is_authorised=contact.is_authorised, level=contact.level, is_public=public):
        return None
    names = [one.name for one in authorised_of(contact.organisation, reporting.levels)]
    return {"says": reporting.says, "names": names, "confirms": reporting.confirm and bool(names)}


@never_cache
@require_safe
@customers_only
def received(request: SignedInRequest, number: int) -> HttpResponse:
    """What will happen now, and by when."""
    contact = contact_in(request)
    context = shown(visible(contact, number), contact, timezone.now())
    return render(request, "portal/received.html", {**context, **before_sending(context["promises"])})
