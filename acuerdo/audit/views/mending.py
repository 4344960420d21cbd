"""What an administrator does on the system page."""

import json

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from acuerdo.audit.actions.ask_check import ask_checks
from acuerdo.audit.actions.mend import discard_job, mail_again, retry_job, take_in_again
from acuerdo.audit.actions.set_places import set_places
from acuerdo.audit.forms import DiscardForm, PlacesForm
from acuerdo.audit.models import Seal, SelfCheck
from acuerdo.audit.queries.seals import as_sent
from acuerdo.audit.views.system import context
from acuerdo.channels.mail.models import RawMail
from acuerdo.desks.queries import current_schema
from acuerdo.files.serving import handed_out
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import ADMINISTER, AUDIT, SignedInRequest, acting, needs


def back() -> HttpResponseRedirect:
    """To the page."""
    return redirect("audit:system")


@require_POST
@needs(ADMINISTER)
def check(request: SignedInRequest) -> HttpResponse:
    """Have all checks run now."""
    asked = ask_checks(SelfCheck.Kind.values, at=timezone.now(), by=acting(request))
    messages.success(request, _("La revisión empezó: su resultado aparece aquí.") if asked else _("Ya hay una revisión en curso."))
    return back()


@require_POST
@needs(ADMINISTER)
def places(request: SignedInRequest) -> HttpResponse:
    """Where seals are sent."""
    form = PlacesForm(request.POST)
    if not form.is_valid():
        return render(request, "audit/system.html", context(form), status=422)
    set_places(form.cleaned_data["addresses"], by=acting(request), at=timezone.now())
    messages.success(request, _("Los próximos sellos saldrán a esas direcciones."))
    return back()


@require_safe
@needs(AUDIT)
def seal(request: SignedInRequest, seal: int) -> HttpResponse:
    """A seal's file, as it is sent away."""
    kept = get_object_or_404(Seal, number=seal)
    content = json.dumps(as_sent(kept), ensure_ascii=False, indent=1).encode()
    return handed_out(content, f"{current_schema()}-sello-{kept.number:06d}.json")


@require_POST
@needs(ADMINISTER)
def retry(request: SignedInRequest, job: int) -> HttpResponse:
    """A failed job again."""
    say(request, retry_job(job, by=acting(request), at=timezone.now()), _("El trabajo se hará de nuevo."))
    return back()


@require_POST
@needs(ADMINISTER)
def discard(request: SignedInRequest, job: int) -> HttpResponse:
    """A failed job never again, with the reason."""
    form = DiscardForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Diga por qué se descarta: al menos tres letras."))
        return back()
    say(request, discard_job(job, reason=form.cleaned_data["reason"], by=acting(request), at=timezone.now()), _("El trabajo se descartó."))
    return back()


@require_POST
@needs(ADMINISTER)
def send(request: SignedInRequest, outgoing: int) -> HttpResponse:
    """A mail that waits or was refused, again."""
    get_object_or_404(Outgoing.objects.only("pk"), pk=outgoing)
    say(request, mail_again(outgoing, by=acting(request), at=timezone.now()), _("El correo se enviará de nuevo."))
    return back()


@require_POST
@needs(ADMINISTER)
def process(request: SignedInRequest, raw: int) -> HttpResponse:
    """A received mail that became nothing yet, again."""
    get_object_or_404(RawMail.objects.only("pk"), pk=raw)
    kept = take_in_again(raw, by=acting(request), at=timezone.now())
    if kept.state == RawMail.State.PROCESSED:
        messages.success(request, _("El correo se procesó: %(outcome)s.") % {"outcome": RawMail.Outcome(kept.outcome).label})
    else:
        messages.error(request, _("El correo todavía no se puede procesar: %(problem)s") % {"problem": kept.problem})
    return back()


@require_safe
@needs(ADMINISTER)
def raw(request: SignedInRequest, raw: int) -> HttpResponse:
    """A received mail as it came; a download, in which nothing runs."""
    kept = get_object_or_404(RawMail, pk=raw)
    return handed_out(bytes(kept.raw), f"correo-{kept.pk}.eml")


def say(request: SignedInRequest, done: bool, words: str) -> None:
    """What came of it."""
    if done:
        messages.success(request, words)
    else:
        messages.info(request, _("Eso ya no está: otra persona o la mesa misma lo atendió."))
