"""A case that an agent opens for somebody who called, came or wrote elsewhere."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acuerdo.agreements.queries import agreement_of, current_version, terms_under
from acuerdo.console.views.rail import rail
from acuerdo.core.agreements import Taking, admits, may_report, too_early
from acuerdo.core.errors import Refusal
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import authorised_of, contract_of
from acuerdo.people.access import OVERSEE, WORK, SignedInRequest, acting, may, needs
from acuerdo.people.queries import day_of
from acuerdo.tickets import wording
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.take_call import ask_for_mail, take_call, what_to_do
from acuerdo.tickets.forms import CallerForm
from acuerdo.tickets.models import Contingency, Ticket
from acuerdo.tickets.queries import foreseen, visible_to
from acuerdo.ui.moments import long

#: The buttons that send nothing: look for people, show the effect. And the one that asks the caller for a mail.
LOOK, MAIL = "buscar", "pedir"
#: So many people are shown, so many of their customer's open cases, so many names of customers offered.
MOST, CASES, NAMES = 8, 5, 500
#: A form that was carried out is known for so long, seconds.
ONCE = 3600
#: Nobody looks for more characters.
LONGEST_WORDS = 100


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(WORK)
def create(request: SignedInRequest) -> HttpResponse:
    """The form; sent, it opens a case as of the true time, or asks the caller for the mail where the manual says so."""
    now = timezone.now()
    agreement = agreement_of(current_version())
    sent = request.method == "POST"
    words = (request.POST if sent else request.GET).get("q", "")[:LONGEST_WORDS]
    contacts = people_found(words, request.POST.get("caller", ""))
    with timezone.override(agreement.zone):
        form = CallerForm(request.POST if sent else None, agreement=agreement, contacts=contacts)
        if not sent or LOOK in request.POST:
            form.put_off()
        elif form.is_valid():
            done = carried_out(request, form, now)
            if done is not None:
                return done
        context = {"form": form, "words": words, "agreement": agreement, "zone": agreement.zone, **rail(request.user, "")}
        status = 422 if form.is_bound and form.errors else 200
        return render(request, "console/new_case.html", {**context, **around(request, form, now)}, status=status)


def carried_out(request: SignedInRequest, form: CallerForm, now: datetime) -> HttpResponse | None:
    """Do it once; None where it was refused, with the reason on the form."""
    key = f"acuerdo.call:{request.user.pk}:{form.key[:60]}"
    try:
        with transaction.atomic():
            if not cache.add(key, 1, ONCE):
                return HttpResponseRedirect(reverse("console:queue"), status=303)
            contact, report = caller_of(form), form.report()
            if MAIL in request.POST:
                ask_for_mail(report, contact=contact, by=acting(request), at=now)
                messages.success(request, _("Le pedimos el correo a %(name)s. Su respuesta crea el caso.") % {"name": contact.name})
                return HttpResponseRedirect(reverse("console:queue"), status=303)
            ticket = take_call(report, contact=contact, happened_at=form.cleaned_data["happened_at"], by=acting(request), at=now)
    except Refusal as reason:
        cache.delete(key)
        form.add_error(None, wording.of(reason))
        return None
    messages.success(
        request, _("Caso %(number)s registrado. El acuse va en camino a %(name)s.") % {"number": ticket.number, "name": contact.name}
    )
    return HttpResponseRedirect(reverse("console:case", args=[ticket.number]), status=303)


def caller_of(form: CallerForm) -> Contact:
    """The contact chosen, or made now."""
    said = form.cleaned_data
    return form.chosen or meet(email=said["email"], name=said["name"], organisation=said.get("found"))


def people_found(words: str, chosen: str) -> Sequence[Contact]:
    """Who has these words in name, address or customer; and whoever is chosen already."""
    some = Contact.objects.select_related("organisation")
    match = Q(name__icontains=words) | Q(email__icontains=words) | Q(organisation__name__icontains=words)
    found = list(some.filter(match).order_by("name", "pk")[:MOST]) if words.strip() else []
    if chosen.isdecimal() and len(chosen) < 10 and int(chosen) not in {contact.pk for contact in found}:  # noqa: PLR2004
        found = [*some.filter(pk=int(chosen)), *found]
    return found


def around(request: SignedInRequest, form: CallerForm, now: datetime) -> dict[str, Any]:
    """What stands beside the form: what the manual says of this caller, what is promised, and the customer's open cases."""
    contact = form.chosen
    contract = contract_of(contact.organisation, day_of(now))[0] if contact else None
    facts = form.settled({"plan": contract.plan} if contract and contract.plan else {})
    moment = form.moment
    todo = taking_of(form, contact, moment) if contact and moment and moment <= now else None
    overrides = contract.overrides if contract else {}
    return {
        "plan": form.agreement.label("plan", contract.plan) if contract and contract.plan else "",
        "effect": effect(form, facts, contract, moment, now),
        "priority": given_by_matrix(form, facts),
        "ask_for_mail": todo is Taking.ASK_FOR_MAIL,
        "refused_way": refused_way(form, facts, overrides) if contact and todo is Taking.OPEN else "",
        "too_early": live_later(form, contract, moment or now),
        "authorised": authorised_of(contact.organisation, form.agreement.reporting.levels)
        if contact and todo is Taking.ASK_AUTHORISED
        else None,
        "rows": [(one, standing(form, one)) for one in form.contacts.values()],
        "open_cases": open_cases(request, contact),
        "organisations": list(Organisation.objects.order_by("name").values_list("name", flat=True)[:NAMES]),
        "contingencies": list(Contingency.objects.order_by("-starts_at")[:3]),
        "may_declare": may(request.user, OVERSEE),
    }


def taking_of(form: CallerForm, contact: Contact, moment: datetime) -> Taking:
    """What the manual says to do with this caller, as the form stands."""
    chosen = str(form["contingency"].value() or "")
    ongoing = Contingency.objects.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) < 10 else None  # noqa: PLR2004
    report = Report(subject="", text="", channel=str(form["channel"].value() or ""), proposed=form.decided, contingency=ongoing)
    return what_to_do(report, contact, moment)


def refused_way(form: CallerForm, facts: dict[str, str], overrides: dict[str, Any]) -> str:
    """Name the way chosen where the manual, or the contract, attends such a case by others (PRO-067)."""
    way = str(form["channel"].value() or "")
    return "" if admits(form.agreement, facts, way, overrides.get("channels", ())) else form.agreement.label("channel", way)


def live_later(form: CallerForm, contract: Contract | None, moment: datetime) -> date | None:
    """The day on which the customer's systems go into production, where that is still to come and the manual waits for it (DIG-025)."""
    live = contract.went_live_on if contract else None
    return live if too_early(form.agreement.reporting, live, day_of(moment)) else None


def standing(form: CallerForm, contact: Contact) -> bool:
    """Whether they may report."""
    return may_report(form.agreement.reporting, is_authorised=contact.is_authorised, level=contact.level)


def given_by_matrix(form: CallerForm, facts: dict[str, str]) -> str:
    """The cell that impact and urgency give, in the manual's words (DIG-A3)."""
    gives = form.agreement.matrix.gives
    return form.agreement.label(gives, facts[gives]) if gives and facts.get(gives) else ""


def effect(
    form: CallerForm, facts: dict[str, str], contract: Contract | None, moment: datetime | None, now: datetime
) -> list[tuple[str, str, bool]]:
    """What would be promised: each clock's name, its deadline in words, and whether that has passed."""
    if moment is None or moment > now:
        return []
    overrides, scope = (contract.overrides, contract.scope) if contract else ({}, [])
    terms = terms_under(current_version(), overrides)
    clocks = foreseen(form.agreement, terms, facts, scope, opened_at=moment, now=now)
    return [(clock.label, long(clock.due_at, now, form.agreement.zone), clock.due_at < now) for clock in clocks if clock.due_at]


def open_cases(request: SignedInRequest, contact: Contact | None) -> list[Ticket]:
    """Open cases of the same customer, so that none is entered twice."""
    if contact is None:
        return []
    cases = visible_to(request.user).exclude(status__in=["closed", "cancelled"]).select_related("contact")
    own = Q(organisation=contact.organisation_id) if contact.organisation_id else Q(contact=contact)
    return list(cases.filter(own).order_by("-number")[:CASES])
