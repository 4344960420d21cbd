"""The servers that mail is fetched from and leaves by: written down, tried before that, taken away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.channels.mail.actions.imap import ImapServer
from acuerdo.channels.mail.actions.keep_mailbox import MailboxThere, Wanted, keep_mailbox, look_now, remove_mailbox
from acuerdo.channels.mail.actions.try_incoming import try_incoming
from acuerdo.channels.mail.actions.try_outgoing import Server, try_outgoing
from acuerdo.channels.mail.forms import MailboxForm, ServerForm
from acuerdo.channels.mail.models import Mailbox
from acuerdo.channels.mail.wording import trial
from acuerdo.desks.queries import desk_of, mailbox_of
from acuerdo.desks.vault import CannotOpen, opened
from acuerdo.notifications.actions.keep_server import drop_server, keep_server
from acuerdo.notifications.queries import own_server
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.ui.places import in_its_place


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def mailbox(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Connect a mailbox, or change it; `probar` tries what is typed and keeps nothing."""
    kept = get_object_or_404(Mailbox, pk=pk) if pk else None
    form = MailboxForm(request.POST or None, kept=kept)
    context: dict[str, object] = {"form": form, "kept": kept}
    if request.method == "POST" and form.is_valid():
        if "probar" in request.POST:
            context["steps"] = tried_in(form)
        else:
            try:
                wanted = Wanted(form.values, form.cleaned_data["password"])
                saved = keep_mailbox(pk, wanted, by=acting(request), at=timezone.now())
            except MailboxThere:
                form.add_error("folder", _("Esa carpeta de ese buzón ya se trae."))
            else:
                messages.success(request, _("El buzón %(mailbox)s quedó guardado.") % {"mailbox": saved.user})
                return redirect("mail:mailboxes")
    return shown(request, "mail/mailbox_form.html", context, refused=bool(form.errors))


def shown(request: SignedInRequest, template: str, context: dict[str, object], *, refused: bool) -> HttpResponse:
    """Draw a form of a server; a refused one also takes the place of itself where only its trial was asked for."""
    if not refused:
        return render(request, template, context)
    return in_its_place(render(request, template, context, status=422), "#server-form")


def tried_in(form: MailboxForm) -> list[dict[str, str]]:
    """Try the way in as it is typed, with the kept password where none was."""
    said = form.cleaned_data
    server = ImapServer(said["host"], said["port"], said["user"], password_of(form), said["security"])
    moved_to = said["moved_to"] if said["after"] == Mailbox.After.MOVE else ""
    return trial(try_incoming(server, said["folder"], moved_to), host=server.host, port=server.port, incoming=True)


def password_of(form: MailboxForm | ServerForm) -> str:
    """What is typed, else what is kept; nothing where that cannot be read any more."""
    typed: str = form.cleaned_data["password"]
    if typed or form.kept is None:
        return typed
    try:
        return opened(form.kept.password)
    except CannotOpen:
        return ""


@require_POST
@needs(ADMINISTER)
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Fetch it no more."""
    get_object_or_404(Mailbox, pk=pk)
    remove_mailbox(pk, by=acting(request), at=timezone.now())
    messages.success(request, _("El buzón ya no se trae. Lo que había llegado sigue en sus casos."))
    return redirect("mail:mailboxes")


@require_POST
@needs(ADMINISTER)
def look(request: SignedInRequest, pk: int) -> HttpResponse:
    """Look into it now."""
    found = get_object_or_404(Mailbox, pk=pk)
    Mailbox.objects.filter(pk=pk).update(looked_at=None, next_at=None)
    look_now(found)
    messages.success(request, _("El buzón se está mirando: lo nuevo aparece aquí."))
    return redirect("mail:mailboxes")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def server(request: SignedInRequest) -> HttpResponse:
    """The desk's own way out; `probar` tries what is typed, `quitar` goes back to the installation's."""
    kept = own_server()
    if request.method == "POST" and "quitar" in request.POST:
        drop_server(by=acting(request), at=timezone.now())
        messages.success(request, _("Los correos salen de nuevo por el servidor de la instalación."))
        return redirect("mail:mailboxes")
    form = ServerForm(request.POST or None, kept=kept)
    context: dict[str, object] = {"form": form, "kept": kept}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if "probar" in request.POST:
            typed = Server(said["host"], said["port"], said["user"], password_of(form), said["security"])
            context["steps"] = tried_out(typed, mailbox_of(desk_of(request)))
        else:
            keep_server(**said, by=acting(request), at=timezone.now())
            messages.success(request, _("Los correos de la mesa salen ya por %(host)s.") % {"host": said["host"]})
            return redirect("mail:mailboxes")
    return shown(request, "mail/server_form.html", context, refused=bool(form.errors))


def tried_out(typed: Server, sender: str) -> list[dict[str, str]]:
    """Try a way out."""
    return trial(try_outgoing(typed, sender), host=typed.host, port=typed.port)
