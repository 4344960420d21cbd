"""The desk's mailboxes: its addresses, the ways in and out, and trying them."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from acuerdo.channels.mail.actions.change_addresses import AddressTaken, LastAddress, add_address, remove_address
from acuerdo.channels.mail.actions.send_trial import send_trial
from acuerdo.channels.mail.actions.try_outgoing import Server, try_outgoing
from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.wording import problem, step
from acuerdo.desks.models import Address
from acuerdo.desks.queries import desk_of, mailbox_of
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs


@require_safe
@needs(ADMINISTER)
def mailboxes(request: SignedInRequest) -> HttpResponse:
    """Show them."""
    return shown(request)


@require_safe
@needs(ADMINISTER)
def news(request: SignedInRequest) -> HttpResponse:
    """What became of the trial mail, and what came in last: asked for every few seconds while one waits."""
    return render(request, "mail/_news.html", lately(request))


@require_POST
@needs(ADMINISTER)
def addresses(request: SignedInRequest) -> HttpResponse:
    """Add an address (`direccion`), or take one away (`quitar`)."""
    desk, by, at = desk_of(request), acting(request), timezone.now()
    wanted = request.POST.get("direccion", "").strip().lower()
    try:
        if gone := request.POST.get("quitar", ""):
            remove_address(desk, int(gone) if gone.isdecimal() and len(gone) < 10 else 0, by=by, at=at)  # noqa: PLR2004  fits a key
        else:
            add_address(desk, forms.EmailField(max_length=254).clean(wanted), by=by, at=at)
            messages.success(request, _("Lo que llegue a %(address)s es ya de esta mesa.") % {"address": wanted})
    except forms.ValidationError:
        return shown(
            request, {"wrong_address": _("Escriba una dirección completa, como soporte@empresa.com."), "typed": wanted}, status=422
        )
    except AddressTaken:
        return shown(request, {"wrong_address": _("Esa dirección ya es de una mesa."), "typed": wanted}, status=422)
    except LastAddress:
        messages.error(request, _("Una mesa tiene al menos una dirección: de ella salen sus correos."))
    return redirect("mail:mailboxes")


@require_POST
@needs(ADMINISTER)
def outgoing(request: SignedInRequest) -> HttpResponse:
    """Try the way out (`probar`), or send oneself a mail and wait for it (`enviar`)."""
    if "enviar" in request.POST:
        sent = send_trial(request.user.email)
        return redirect(f"{request.path.removesuffix('salida/')}?prueba={sent.pk}")
    server = way_out()
    if not server.host:
        return redirect("mail:mailboxes")
    taken = try_outgoing(server, mailbox_of(desk_of(request)))
    host, port = server.host, server.port
    steps = [
        {"words": step(one.name), "problem": problem(one.name, one.problem, host=host, port=port, said=one.detail) if one.problem else ""}
        for one in taken
    ]
    return shown(request, {"steps": steps, "works": not taken[-1].problem})


def way_out() -> Server:
    """The server of the settings; no host where mails stay in the built-in mailbox."""
    host = "" if settings.BUILT_IN_MAILBOX else settings.EMAIL_HOST
    return Server(host, settings.EMAIL_PORT, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD, tls=settings.EMAIL_USE_TLS)


def lately(request: SignedInRequest) -> dict[str, object]:
    """The trial mail that is waited for, and the last message that came in."""
    wanted = request.GET.get("prueba", "")
    trial = None
    if wanted.isdecimal() and len(wanted) < 19:  # noqa: PLR2004  fits a key
        trial = Outgoing.objects.filter(pk=wanted, key__startswith="trial-", to=request.user.email).first()
    waits = trial is not None and not (trial.sent_at or trial.refused_at)
    last = RawMail.objects.select_related("ticket").defer("raw").order_by("-pk").first()
    return {"trial": trial, "waits": waits, "last": last, "built_in": settings.BUILT_IN_MAILBOX}


def shown(request: SignedInRequest, more: dict[str, object] | None = None, *, status: int = 200) -> HttpResponse:
    """The page."""
    desk = desk_of(request)
    context = {
        "addresses": list(Address.objects.filter(desk=desk).order_by("pk")),
        "server": way_out(),
        "bind": settings.BIND,
        "smtp_port": settings.SMTP_PORT,
        "lmtp_port": settings.LMTP_PORT,
        **lately(request),
        **(more or {}),
    }
    return render(request, "mail/mailboxes.html", context, status=status)
