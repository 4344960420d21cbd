"""The words of every mail: the product's, the desk's own, how they look with a real case, and what they were before."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import version_on
from acuerdo.notifications.actions.word import PARTS, write_words
from acuerdo.notifications.models import Wording
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.tickets.forms.wording import WordingForm
from acuerdo.tickets.mails.preview import preview
from acuerdo.tickets.mails.variables import NAMES
from acuerdo.tickets.mails.words import WORDS
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.serving import POLICY

#: So much of the history is shown.
LATEST = 20
ENDED = ("closed", "cancelled")


@require_safe
@needs(ADMINISTER)
def index(request: HttpRequest) -> HttpResponse:
    """Every mail, and in which languages its words are the desk's own."""
    manual = current_manual()
    newest: dict[tuple[str, str], Wording] = {}
    for wording in Wording.objects.filter(manual=manual).select_related("person").order_by("pk"):
        newest[wording.template, wording.language] = wording
    lines = [
        {
            "template": template,
            "words": words,
            "languages": [(code, name, own(newest.get((template, code)))) for code, name in settings.LANGUAGES],
        }
        for template, words in WORDS.items()
    ]
    return render(request, "tickets/wordings.html", {"lines": lines, "manual": manual})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, template: str, language: str) -> HttpResponse:
    """Write the words, look at them, put the product's back."""
    product, manual = known(template, language), current_manual()
    history = list(
        Wording.objects.filter(template=template, manual=manual, language=language).select_related("person").order_by("-pk")[:LATEST]
    )
    current = {part: getattr(history[0], part) or product[part] for part in PARTS} if history else product
    form = WordingForm(request.POST or None, initial=current, **rules(template, product))
    if request.method == "POST" and form.is_valid() and "look" not in request.POST:
        said = product if "reset" in request.POST else {part: form.cleaned_data[part] for part in PARTS}
        write_words(template, manual, language, said, **rules(template, product), by=acting(request), at=timezone.now())
        messages.success(request, _("Volvió el texto del producto.") if "reset" in request.POST else _("El texto quedó guardado."))
        return redirect("wording", template, language)
    context = {
        "form": form,
        "words": WORDS[template],
        "template": template,
        "language": language,
        "names": NAMES.items(),
        "history": history,
        "is_own": bool(history) and not history[0].is_product,
        "ticket": a_case(request.GET.get("caso", "")),
        "shown": {part: str(form[part].value() or "") for part in PARTS},
    }
    return render(request, "tickets/wording.html", context, status=422 if form.is_bound and form.errors else 200)


@require_safe
@needs(ADMINISTER)
def show(request: HttpRequest, template: str, language: str) -> HttpResponse:
    """The mail with these words and a real case, for the frame that shows it; nothing is kept or sent."""
    product = known(template, language)
    ticket = a_case(request.GET.get("caso", ""))
    form = WordingForm({part: request.GET.get(part, "") for part in PARTS}, **rules(template, product))
    if ticket is None or not form.is_valid():
        raise Http404
    with translation.override(language):
        html = preview(ticket, template, {part: form.cleaned_data[part] for part in PARTS}, at=timezone.now())
    response = HttpResponse(html)
    response["Content-Security-Policy"] = POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def known(template: str, language: str) -> dict[str, str]:
    """The product's words of a mail in a language. Raises Http404."""
    if template not in WORDS or language not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(language):
        return {part: str(getattr(WORDS[template], part)) for part in PARTS}


def rules(template: str, product: dict[str, str]) -> dict[str, Any]:
    """What the words of a mail are held to."""
    return {"known": NAMES, "product": product, "must": WORDS[template].must}


def current_manual() -> str:
    """The manual whose cases are opened today."""
    return version_on(timezone.localdate()).manual


def a_case(number: str) -> Ticket | None:
    """The case of this number, else the newest that is open, else the newest; None on a desk without any."""
    cases = Ticket.objects.select_related("manual", "contact", "organisation", "assignee")
    chosen = cases.filter(number=int(number)).first() if number.isdecimal() and len(number) < 10 else None  # noqa: PLR2004  digits of a number
    newest = cases.order_by("-number")
    return chosen or newest.exclude(status__in=ENDED).first() or newest.first()


def own(wording: Wording | None) -> dict[str, Any]:
    """Whose words hold, and since when."""
    return {"is_own": wording is not None and not wording.is_product, "wording": wording}
