"""The desk's mailboxes: its addresses, the ways in and out, and trying them."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from acuerdo.channels.mail.access import shows_mailbox
from acuerdo.channels.mail.actions.change_addresses import AddressTaken, LastAddress, add_address, remove_address, send_from
from acuerdo.channels.mail.actions.send_trial import send_trial
from acuerdo.channels.mail.actions.try_outgoing import Server, try_outgoing
from acuerdo.channels.mail.actions.trying import Step
from acuerdo.channels.mail.models import Mailbox, RawMail
from acuerdo.channels.mail.wording import problem, trial
from acuerdo.desks.queries import addresses_of, desk_of, mailbox_of
from acuerdo.desks.vault import CannotOpen, opened
from acuerdo.notifications.models import Outgoing, Security
from acuerdo.notifications.queries import own_server
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
    """Add an address (`direccion`), take one away (`quitar`), or send from another (`remitente`)."""
    desk, by, at = desk_of(request), acting(request), timezone.now()
    wanted = request.POST.get("direccion", "").strip().lower()
    try:
        if gone := request.POST.get("quitar", ""):
            remove_address(desk, key_in(gone), by=by, at=at)
        elif chosen := request.POST.get("remitente", ""):
            if sender := send_from(desk, key_in(chosen), by=by, at=at):
                messages.success(request, _("Los correos de la mesa salen ya de %(address)s.") % {"address": sender})
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


def key_in(said: str) -> int:
    """A row's key as a form sends it; 0, which is nobody's, for what is none."""
    return int(said) if said.isdecimal() and len(said) < 10 else 0  # noqa: PLR2004  fits a key


@require_POST
@needs(ADMINISTER)
def outgoing(request: SignedInRequest) -> HttpResponse:
    """Try the way out (`probar`), or send oneself a mail and wait for it (`enviar`)."""
    if "enviar" in request.POST:
        sent = send_trial(request.user.email)
        return redirect(f"{request.path.removesuffix('salida/')}?prueba={sent.pk}")
    try:
        server = way_out()
    except CannotOpen:
        own = own_server()
        steps = trial([Step("login", "key_changed")], host=own.host if own else "", port=0)
        return shown(request, {"steps": steps, "works": False})
    if not server.host:
        return redirect("mail:mailboxes")
    taken = try_outgoing(server, mailbox_of(desk_of(request)))
    return shown(request, {"steps": trial(taken, host=server.host, port=server.port), "works": not taken[-1].problem})


def way_out() -> Server:
    """The desk's own server, else the installation's. Raises CannotOpen."""
    own = own_server()
    return Server(own.host, own.port, own.user, opened(own.password), own.security) if own else of_the_installation()


def of_the_installation() -> Server:
    """The server of the settings; no host where mails stay in the built-in mailbox."""
    host = "" if settings.BUILT_IN_MAILBOX else settings.EMAIL_HOST
    security = Security.STARTTLS if settings.EMAIL_USE_TLS else Security.NONE
    return Server(host, settings.EMAIL_PORT, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD, security)


def fetched() -> list[tuple[Mailbox, str]]:
    """The mailboxes by IMAP, each with what stands in its way; `outside`: messages that stay there, for no fault of the server's."""
    rows: list[tuple[Mailbox, str]] = []
    stays = Count("fetched", filter=Q(fetched__raw_mail=None) & ~Q(fetched__problem__in=["", "gone"]))
    for one in Mailbox.objects.annotate(outside=stays).order_by("pk"):
        step, _colon, code = one.problem.partition(":")
        words = problem(Step(step, code, one.detail), host=one.host, port=one.port, incoming=True) if code else ""
        rows.append((one, words))
    return rows


def lately(request: SignedInRequest) -> dict[str, object]:
    """The trial mail that is waited for, and the last message that came in."""
    wanted = request.GET.get("prueba", "")
    mine = None
    if wanted.isdecimal() and len(wanted) < 19:  # noqa: PLR2004  fits a key
        mine = Outgoing.objects.filter(pk=wanted, key__startswith="trial-", to=request.user.email).first()
    waits = mine is not None and not (mine.sent_at or mine.refused_at)
    last = RawMail.objects.select_related("ticket", "message__contact", "message__person").defer("raw").order_by("-pk").first()
    mailboxes = fetched()
    return {
        "trial": mine,
        "waits": waits or any(one.is_active and not one.looked_at for one, _words in mailboxes),
        "last": last,
        "who": last.envelope_from or (last.message.author_name if last.message else "") if last else "",
        "built_in": settings.BUILT_IN_MAILBOX and own_server() is None,
        "opens": shows_mailbox(request),
        "mailboxes": mailboxes,
    }


def shown(request: SignedInRequest, more: dict[str, object] | None = None, *, status: int = 200) -> HttpResponse:
    """The page."""
    desk = desk_of(request)
    context = {
        "addresses": list(addresses_of(desk)),
        "own": (own := own_server()),
        "server": own or of_the_installation(),
        "bind": settings.BIND,
        "smtp_port": settings.SMTP_PORT,
        "lmtp_port": settings.LMTP_PORT,
        **lately(request),
        **(more or {}),
    }
    return render(request, "mail/mailboxes.html", context, status=status)
