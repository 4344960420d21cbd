"""Reporting without signing in: what the manual takes from anybody (PRO-A11, PRO-A20), and PQRSF (DIG-011, DIG-012)."""

from typing import Any

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.agreements import Agreement
from acuerdo.people.models import Person
from acuerdo.portal.actions.report_publicly import Stranger, report_publicly
from acuerdo.portal.forms import PublicReportForm
from acuerdo.portal.views.report import ASK


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """The form for anybody; who is signed in as a customer has a better one. Sent, it opens a case and a mail goes to the address."""
    agreement = agreement_of(current_version())
    if not any(kind.public for kind in agreement.types.values()):
        raise Http404
    if isinstance(request.user, Person) and request.user.is_customer:
        query = request.GET.urlencode()
        return redirect(reverse("portal:report") + (f"?{query}" if query else ""))
    asking = request.method == "POST" and ASK in request.POST
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PublicReportForm(data, files, agreement=agreement, known={}, initial={"type": request.GET.get("tipo", "")})
    if data is not None and not asking and form.is_valid() and not ratelimit.consume(request, action="public_report"):
        form.add_error(None, _("Recibimos varios casos seguidos desde su conexión. Espere unos minutos y envíelo otra vez."))
    if asking:
        form.put_off()
    if data is None or asking or form.errors:
        context = {"form": form, "public": True, "lost_files": bool(request.FILES), "zone": agreement.zone}
        return render(request, "portal/report.html", context, status=422 if data is not None and not asking else 200)
    report_publicly(stranger_in(form), ip=request.META.get("REMOTE_ADDR", ""), at=timezone.now())
    return HttpResponse(status=303, headers={"Location": reverse("portal:public_received")})


def stranger_in(form: PublicReportForm) -> Stranger:
    """What a valid form says."""
    said = form.cleaned_data
    return Stranger(
        name=said["name"],
        email=said["email"],
        subject=said["subject"],
        text=form.whole_text,
        once=said["once"],
        files=form.stored(),
        proposed=form.proposed,
        answers=form.answers,
        extra=form.extra,
    )


@never_cache
@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """That it arrived; number and promises go to the address alone, for anybody may have typed it."""
    return render(request, "portal/public_received.html", public_context(agreement_of(current_version())))


def public_context(agreement: Agreement) -> dict[str, Any]:
    """The desk that answers."""
    return {"agreement": agreement}
