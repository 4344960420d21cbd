"""Cases that open by themselves."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.automation import wording
from acuerdo.automation.actions.save_recurring import save_recurring
from acuerdo.automation.forms import RecurringForm
from acuerdo.automation.models import Occurrence, Recurring
from acuerdo.automation.queries import agreement_now, calendar_of, next_days
from acuerdo.core.hours.recurrence import Due
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs

#: So many of the days to come are shown, and so many of the cases that were opened.
SHOWN, LATEST = 5, 10


@dataclass(frozen=True, slots=True)
class Line:
    """One of them: its schedule in words, and the days to come."""

    recurring: Recurring
    words: str
    days: tuple[Due, ...]


@require_safe
@needs(ADMINISTER)
def schedules(request: SignedInRequest) -> HttpResponse:
    """List them with their next days."""
    calendar = calendar_of(agreement_now())
    today = timezone.now().astimezone(calendar.zone).date()
    found = Recurring.objects.select_related("contact__organisation", "assignee").order_by("-is_active", "subject")
    lines = [Line(each, wording.schedule(each), next_days(each, calendar, today, SHOWN) if each.is_active else ()) for each in found]
    return render(request, "automation/schedules.html", {"lines": lines, "calendar": calendar})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write one down, or change it."""
    agreement = agreement_now()
    found = get_object_or_404(Recurring.objects.select_related("contact"), pk=pk) if pk is not None else None
    form = RecurringForm(request.POST or None, instance=found, agreement=agreement)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        today = now.astimezone(calendar_of(agreement).zone).date()
        saved = save_recurring(pk, form.values, today=today, by=acting(request), at=now)
        messages.success(request, _("Guardado. %(words)s.") % {"words": wording.schedule(saved)})
        return redirect("automation:schedules")
    opened = Occurrence.objects.filter(recurring=found).select_related("ticket").order_by("-due_on")[:LATEST] if found else []
    context = {"form": form, "recurring": found, "opened": opened}
    return render(request, "automation/schedule_form.html", context, status=422 if form.is_bound else 200)
