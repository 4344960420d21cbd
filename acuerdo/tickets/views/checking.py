"""Checklists of common incidents and tasks: begun and added in the dialog, ticked beside the case."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.errors import Refusal
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets import wording
from acuerdo.tickets.actions.check_off import begin_checks, check_off
from acuerdo.tickets.actions.tasks import add_task, finish_task
from acuerdo.tickets.forms import ChecksForm, TaskForm
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.views.case import back, found
from acuerdo.tickets.views.verb import verb


def begin(request: SignedInRequest, form: ChecksForm) -> str:
    """Begin the checks of an incident."""
    begun = begin_checks(form.ticket.pk, form.cleaned_data["incident"], by=acting(request), at=timezone.now())
    return _("Empezó la lista «%(label)s».") % {"label": begun.label}


def add(request: SignedInRequest, form: TaskForm) -> str:
    """Add a task."""
    said = form.cleaned_data
    add_task(form.ticket.pk, said["text"], to=said["to"], due_at=said["due"], by=acting(request), at=timezone.now())
    return _("Tarea creada.")


checks = verb(ChecksForm, begin)
task = verb(TaskForm, add)


@require_POST
@needs(WORK)
def tick(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """Say that a check was made, or (`skip`) does not apply."""
    note = request.POST.get("note", "")
    skipped = "skip" in request.POST
    return ticked(request, number, lambda case: check_off(case.pk, pk, note=note, skipped=skipped, by=acting(request), at=timezone.now()))


@require_POST
@needs(WORK)
def finish(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """Mark a task done, or (`again`) open again."""
    done = "again" not in request.POST
    return ticked(request, number, lambda case: finish_task(case.pk, pk, done=done, by=acting(request), at=timezone.now()))


def ticked(request: SignedInRequest, number: int, act: Callable[[Ticket], object]) -> HttpResponse:
    """Do one tick and show where it was made; what is refused is said there."""
    ticket = found(request, number)
    try:
        act(ticket)
    except Refusal as refusal:
        messages.error(request, wording.of(refusal))
    return back(request, ticket)
