"""The same done to several cases: what, what would become of each and why, and what became of them."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from time import monotonic
from typing import Any, cast

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.tickets import Status
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets import wording
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.close import cancel, close
from acuerdo.tickets.actions.link import set_parent
from acuerdo.tickets.actions.several import Deed, Outcome, perform, rehearse
from acuerdo.tickets.actions.tag import retag
from acuerdo.tickets.forms.moving import CANCEL
from acuerdo.tickets.forms.several import SEVERAL, SeveralForm
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import visible_to

#: More than this is not done in one go.
MOST = 100
#: What became of them can be read again for so long, seconds.
KEPT = 24 * 3600
#: How far it came is noted so often while it is done, seconds; each time costs as much as a fifth of a case.
TOLD = 1.0
DIGITS = 9
#: What names a step in its address.
STEP = "paso"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one case."""

    number: int
    subject: str
    changes: bool
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
@needs(WORK)
def update(request: SignedInRequest) -> HttpResponse:
    """Ask what, show what would become of each, and do it when it is confirmed; sent twice it is done once.

    Each step that is asked for has an address of its own, which is rehearsed anew when it is loaded again.
    """
    said = request.POST if request.method == "POST" else step_of(request)
    if said is None:
        messages.info(request, _("Ese paso ya no se conserva. Nada se cambió: elija otra vez los casos."))
        return redirect(reverse("console:queue") + view_of(request))
    tickets = picked(request, said)
    kind = SEVERAL.get(said.get("action", ""))
    form = kind(said if "ready" in said else None, agreement=agreement_of(current_version())) if kind and tickets else None
    if form is not None and form.errors:
        return ask(request, said, tickets, form, ())
    if request.method == "POST" and "confirmed" not in said:
        return go_on_to(request)
    if form is None or not form.is_bound:
        return ask(request, said, tickets, form, ())
    deed = DEEDS[form.name](request, form)
    if request.method != "POST":
        return ask(request, said, tickets, form, [line(outcome) for outcome in rehearse(tickets, deed)])
    return carry_out_once(request, tickets, deed)


def go_on_to(request: SignedInRequest) -> HttpResponse:
    """Keep what the step asks for, and lead to its address (303): a reload asks for the page, and interrupted it is not lost."""
    word = secrets.token_urlsafe(12)
    cache.set(step_place(request, word), request.POST.urlencode(), KEPT)
    view = request.GET.copy()
    view[STEP] = word
    return HttpResponseRedirect(f"{reverse('tickets:several')}?{view.urlencode()}", status=303)


def step_of(request: SignedInRequest) -> QueryDict | None:
    """What this person asked for in the step of this address."""
    kept = cache.get(step_place(request, request.GET.get(STEP, "")))
    return None if kept is None else QueryDict(kept)


def step_place(request: SignedInRequest, word: str) -> str:
    """Where a step is kept: this person's alone."""
    return f"acuerdo.several-step:{request.user.pk}:{sha256(word.encode()).hexdigest()[:24]}"


def carry_out_once(request: SignedInRequest, tickets: Iterable[Ticket], deed: Deed) -> HttpResponse:
    """Do it, unless this very form was sent before; either way show what became of it."""
    word = request.POST.get("key") or secrets.token_urlsafe(12)
    key = place_of(request, word)
    if cache.add(key, [], KEPT):
        done: list[Line] = []
        told = monotonic()
        try:
            for outcome in perform(tickets, deed):
                done.append(line(outcome, done=True))
                if monotonic() - told > TOLD:  # so that a process that dies leaves word of how far it came
                    cache.set(key, done, KEPT)
                    told = monotonic()
        finally:
            cache.set(key, done, KEPT)
    address = reverse("tickets:several_done", args=[sha256(word.encode()).hexdigest()[:24]])
    return HttpResponseRedirect(address + view_of(request), status=303)


def place_of(request: SignedInRequest, word: str) -> str:
    """Where what became of a form is kept: this person's alone."""
    return f"acuerdo.several:{request.user.pk}:{sha256(word.encode()).hexdigest()[:24]}"


@require_safe
@needs(WORK)
def done(request: SignedInRequest, word: str) -> HttpResponse:
    """Show what became of each case."""
    lines = cache.get(f"acuerdo.several:{request.user.pk}:{word[:24]}")
    context = {"lines": lines, "changed": sum(each.changes for each in lines or ()), "back": reverse("console:queue") + view_of(request)}
    return render(request, "tickets/several_done.html", context)


def view_of(request: SignedInRequest) -> str:
    """The view of the queue that one came from, as the end of an address."""
    view = request.GET.copy()
    view.pop(STEP, None)
    return f"?{view.urlencode()}" if view else ""


def ask(request: SignedInRequest, said: QueryDict, tickets: list[Ticket], form: SeveralForm | None, lines: Iterable[Line]) -> HttpResponse:
    """Show the cases picked and the form of what is to be done; with `lines` what would become of each."""
    lines = list(lines)
    context: dict[str, Any] = {
        "tickets": tickets,
        "form": form,
        "deeds": [(name, kind.label) for name, kind in SEVERAL.items()],
        "lines": lines,
        "changed": sum(each.changes for each in lines),
        "key": secrets.token_urlsafe(12),
        "most": MOST,
        "too_many": len(said.getlist("number")) > MOST,
        "back": reverse("console:queue") + view_of(request),
    }
    if form is not None and not lines and not form.errors:
        next(iter(form.fields.values())).widget.attrs["autofocus"] = True
    return render(request, "tickets/several.html", context, status=422 if form is not None and form.errors else 200)


def line(outcome: Outcome, *, done: bool = False) -> Line:
    """Say it in a sentence."""
    ticket = outcome.ticket
    if outcome.refusal:
        return Line(ticket.number, ticket.subject, changes=False, words=wording.of(outcome.refusal))
    if not outcome.changed:
        return Line(ticket.number, ticket.subject, changes=False, words=_("Ya está así."))
    return Line(ticket.number, ticket.subject, changes=True, words=_("Hecho") if done else consequences(outcome))


def consequences(outcome: Outcome) -> str:
    """Say of a change what one does not see by its name: a solved case is reopened, clocks stand still, somebody takes it."""
    agreement = agreement_of(outcome.ticket.manual)
    said = []
    for event in outcome.events:
        status = str(event.facts.get("status", ""))
        label = agreement.statuses[status].label if status in agreement.statuses else status
        tags = ", ".join(event.facts.get("tags", ()))
        words = {
            "ticket.reopened": _("se reabre: la solución entregada deja de valer"),
            "ticket.status": _("pasa a «%(status)s»") % {"status": label},
            "ticket.assigned": _("cambia de responsable"),
            "ticket.tagged": _("queda con las etiquetas %(tags)s") % {"tags": tags} if tags else _("queda sin etiquetas"),
            "ticket.responded": _("su cliente recibe la respuesta"),
            "ticket.resolved": _("su cliente recibe la solución"),
            "ticket.closed": _("se cierra"),
            "ticket.cancelled": _("se anula"),
        }.get(event.kind)
        said += [words] if words else []
    return capfirst(", ".join(said)) or _("Cambia")


def picked(request: SignedInRequest, said: QueryDict) -> list[Ticket]:
    """Read which cases were picked, of those this person may see."""
    numbers = [int(number) for number in said.getlist("number")[:MOST] if number.isdecimal() and len(number) <= DIGITS]
    return list(visible_to(request.user).filter(number__in=numbers).select_related("manual").order_by("number"))


def assigning(request: SignedInRequest, form: Any) -> Deed:
    """Give each to the person chosen."""
    return lambda ticket: assign(ticket.pk, form.cleaned_data["to"], by=acting(request), at=timezone.now())


def entering(request: SignedInRequest, form: Any) -> Deed:
    """Let each enter the status."""
    to, reason = Status(form.cleaned_data["to"]), form.cleaned_data["reason"]
    return lambda ticket: change_status(ticket.pk, to, reason=reason, waits=form.waits, by=acting(request), at=timezone.now())


def classifying(request: SignedInRequest, form: Any) -> Deed:
    """Decide the fact for each."""
    return lambda ticket: classify(ticket.pk, form.facts, reason=form.cleaned_data["reason"], by=acting(request), at=timezone.now())


def closing(request: SignedInRequest, form: Any) -> Deed:
    """End each."""
    closed_as, reason = form.cleaned_data["closed_as"], form.cleaned_data["reason"]
    if closed_as == CANCEL:
        return lambda ticket: cancel(ticket.pk, reason=reason, by=acting(request), at=timezone.now())
    return lambda ticket: close(ticket.pk, closed_as, reason=reason, by=acting(request), at=timezone.now())


def adopting(request: SignedInRequest, form: Any) -> Deed:
    """Put each under the parent."""
    return lambda ticket: set_parent(ticket.pk, form.cleaned_data["other"].pk, by=acting(request), at=timezone.now())


def tagging(request: SignedInRequest, form: Any) -> Deed:
    """Add tags to each, and take some away."""
    return lambda ticket: retag(ticket.pk, **form.tags, by=acting(request), at=timezone.now())


DEEDS = cast(
    "dict[str, Callable[[SignedInRequest, SeveralForm], Deed]]",
    {"assign": assigning, "status": entering, "classify": classifying, "tag": tagging, "close": closing, "parent": adopting},
)
