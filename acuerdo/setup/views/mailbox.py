"""/buzon/: what the desk sent, in a demonstration; a newcomer reads it here and answers. Nobody needs another mail program."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acuerdo.channels.mail.access import shows_mailbox
from acuerdo.channels.mail.models import RawMail
from acuerdo.core.mail import addresses
from acuerdo.customers.models import Contact
from acuerdo.desks.queries import current_desk, mailbox_of
from acuerdo.files.serving import handed_out
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import READ, may
from acuerdo.people.models import Person
from acuerdo.setup.actions.write_mail import Written, write_mail
from acuerdo.setup.forms import MailForm, WriteForm

#: Mails on one page of the list.
PAGE = 30
#: What fits a mail's number.
DIGITS = 18
#: A mail's HTML runs nothing and loads nothing; its links open in the whole window, by a click only.
POLICY = (
    "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; img-src 'self' data:; "
    "style-src 'unsafe-inline'; frame-ancestors 'self'"
)
View = Callable[..., HttpResponse]


def in_demonstration(view: View) -> View:
    """Only who may look into the built-in mailbox; for others there is none."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not shows_mailbox(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@in_demonstration
def mails(request: HttpRequest) -> HttpResponse:
    """The list, newest first."""
    return render(request, "setup/mailbox.html", {**listed(request), "here": request.path})


@require_safe
@in_demonstration
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail opened beside the list."""
    return opened(request, get_object_or_404(Outgoing, pk=pk), MailForm())


@require_safe
@in_demonstration
def html(request: HttpRequest, pk: int) -> HttpResponse:
    """A mail's HTML, for the frame that shows it."""
    outgoing = get_object_or_404(Outgoing.objects.exclude(html=""), pk=pk)
    response = HttpResponse(outgoing.html.replace("<head>", '<head><base target="_top">', 1))
    response["Content-Security-Policy"] = POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_safe
@in_demonstration
def file(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """An attachment, always as a download."""
    attachments = get_object_or_404(Outgoing, pk=pk).attachments
    if place >= len(attachments):
        raise Http404
    with default_storage.open(attachments[place]["path"]) as content:
        return handed_out(content.read(), attachments[place]["name"])


@require_POST
@in_demonstration
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a mail as whom it was sent to."""
    outgoing = get_object_or_404(Outgoing, pk=pk)
    form = MailForm(request.POST, request.FILES)
    if not form.is_valid():
        return opened(request, outgoing, form, status=422)
    subject = outgoing.subject if outgoing.subject.lower().startswith("re:") else f"Re: {outgoing.subject}"
    written = Written(
        name=name_of(outgoing.to),
        sender=outgoing.to,
        to=outgoing.reply_to or addresses(outgoing.sender)[0].email,
        subject=subject,
        text=form.cleaned_data["text"],
        files=form.cleaned_data["files"],
        answers=outgoing,
    )
    messages.success(request, what_became_of(write_mail(written, at=timezone.now())))
    return redirect("setup:mailbox_mail", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@in_demonstration
def write(request: HttpRequest) -> HttpResponse:
    """Write to the desk, as a contact or anybody."""
    form = WriteForm(request.POST, request.FILES) if request.method == "POST" else WriteForm()
    if request.method == "POST" and form.is_valid():
        name, sender = form.writer
        said = form.cleaned_data
        to = mailbox_of(current_desk())
        written = Written(name=name, sender=sender, to=to, subject=said["subject"], text=said["text"], files=said["files"])
        messages.success(request, with_way(request, write_mail(written, at=timezone.now())))
        return redirect("setup:mailbox")
    context = {**listed(request), "form": form, "writing": True, "here": request.path}
    return render(request, "setup/mailbox_write.html", context, status=422 if form.errors else 200)


def listed(request: HttpRequest) -> dict[str, object]:
    """A page of the list, from the mail before `?antes=` on."""
    before = request.GET.get("antes", "")
    sent = Outgoing.objects.defer("text", "html").order_by("-pk")
    found = list((sent.filter(pk__lt=int(before)) if before.isdecimal() and len(before) <= DIGITS else sent)[: PAGE + 1])
    return {
        "mails": found[:PAGE],
        "older": found[PAGE - 1].pk if len(found) > PAGE else None,
        "newest": not before,
        "mailbox": mailbox_of(current_desk()),
        "now": timezone.now(),
    }


def opened(request: HttpRequest, outgoing: Outgoing, form: MailForm, status: int = 200) -> HttpResponse:
    """The list with one mail beside it, and the form that answers it."""
    here = reverse("setup:mailbox_mail", args=[outgoing.pk])
    context = {
        **listed(request),
        "mail": outgoing,
        "form": form,
        "addressee": name_of(outgoing.to),
        "sender": addresses(outgoing.sender)[0],
        "here": here,
    }
    return render(request, "setup/mailbox_mail.html", context, status=status)


def name_of(email: str) -> str:
    """Whose address it is; the address itself where nobody is known."""
    known = Contact.objects.filter(email=email.lower()).first() or Person.objects.filter(email=email.lower()).first()
    return known.name if known else email


def with_way(request: HttpRequest, kept: RawMail) -> str:
    """The same, with the way to its case for whoever works here."""
    words = what_became_of(kept)
    if kept.ticket is None or not (isinstance(request.user, Person) and may(request.user, READ)):
        return words
    address = reverse("console:case", args=[kept.ticket.number])
    return format_html('{} <a href="{}">{}</a>', words, address, _("Abrir #%(number)s") % {"number": kept.ticket.number})


def what_became_of(kept: RawMail) -> str:
    """What the newcomer reads after sending."""
    number = {"number": kept.ticket.number if kept.ticket else 0}
    said = {
        RawMail.Outcome.OPENED: _("El correo llegó y abrió el caso #%(number)s. El acuse aparece aquí en un momento.") % number,
        RawMail.Outcome.JOINED: _("El correo llegó y se unió al caso #%(number)s.") % number,
        RawMail.Outcome.NOTED: _("El correo llegó y quedó como nota interna del caso #%(number)s.") % number,
    }
    return next((words for outcome, words in said.items() if outcome == kept.outcome), _("El correo llegó y quedó guardado."))
