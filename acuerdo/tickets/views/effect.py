"""What a classification would do to the promises, shown before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.clocks import Clock
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets import wording
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.foresee import Moved, due, foresee
from acuerdo.tickets.actions.several import rehearse
from acuerdo.tickets.forms import ClassificationForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import address_of, found
from acuerdo.ui.moments import short


@dataclass(frozen=True, slots=True)
class Line:
    """One promise: its name, when it is due now, when it would be; empty where it is not owed. `late`: it would be past."""

    label: str
    before: str
    after: str
    stays: bool
    late: bool = False


@require_POST
@needs(WORK)
def show(request: SignedInRequest, number: int) -> HttpResponse:
    """Give the form as it stands with what it would do; a POST, since it carries what a form carries, though it changes nothing."""
    ticket, now = found(request, number), timezone.now()
    agreement = agreement_for(ticket)
    form = ClassificationForm(request.POST, ticket=ticket, agreement=agreement)
    lines: tuple[Line, ...] = ()
    refusal, known, changed = "", form.is_valid(), False
    if known:
        facts, reason = form.facts, form.cleaned_data["reason"]
        [outcome] = rehearse([ticket], lambda each: classify(each.pk, facts, reason=reason, by=acting(request), at=now))
        changed = outcome.changed
        refusal = wording.of(outcome.refusal) if outcome.refusal else ""
        lines = lines_of(foresee(ticket, outcome.events, at=now), now, agreement.zone) if changed else ()
    query = request.GET.urlencode()
    context = {
        "form": form,
        "ticket": ticket,
        "case_url": address_of(request, number),
        "post_to": reverse("tickets:classification", args=[number]) + (f"?{query}" if query else ""),
        "effect": {
            "lines": lines,
            "refusal": refusal,
            "nothing": known and not refusal and not changed,
            "clockless": changed and not lines,
        },
    }
    return render(request, "tickets/verb.html", context)


def lines_of(moved: Sequence[Moved], now: datetime, zone: tzinfo) -> tuple[Line, ...]:
    """Say each in words."""
    return tuple(line(each, now, zone) for each in moved)


def line(moved: Moved, now: datetime, zone: tzinfo) -> Line:
    """«Solución: hoy 16:05 → mañana 10:00»."""
    after = due(moved.after) if moved.after else None
    return Line(moved.label, when(moved.before, now, zone), when(moved.after, now, zone), moved.stays, bool(after and after <= now))


def when(clock: Clock | None, now: datetime, zone: tzinfo) -> str:
    """Say when it is due; nothing where it is not owed."""
    if clock is None:
        return ""
    at = due(clock)
    if at is None:
        return _("sin fecha")
    return short(at, now, zone) if clock.due_at else _("%(when)s si sigue ahora") % {"when": short(at, now, zone)}
