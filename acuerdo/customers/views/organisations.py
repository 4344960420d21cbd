"""The desk's customers: the list, one of them, and writing one down."""

from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.agreements import Agreement
from acuerdo.customers.actions.save_organisation import save_organisation
from acuerdo.customers.forms import OrganisationForm
from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import contract_of, found_organisations, in_force
from acuerdo.customers.wording import doubt, happened
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.people.queries import day_of, history_of

MODELS = {"organisation": Organisation, "contact": Contact, "contract": Contract}


@require_safe
@needs(ADMINISTER)
def organisations(request: SignedInRequest) -> HttpResponse:
    """List them by name; `q` finds by name, domain or contact."""
    words, today = request.GET.get("q", "").strip()[:100], day_of(timezone.now())
    page, more = found_organisations(words, request.GET.get("despues", ""))
    agreement = agreement_of(current_version())
    rows = []
    for organisation in page:
        contract, why = contract_of(organisation, today)
        plan = agreement.label("plan", contract.plan) if contract else ""
        rows.append({"organisation": organisation, "plan": plan or _("sin plan") if contract else "", "doubt": doubt(why)})
    return render(request, "customers/organisations.html", {"rows": rows, "words": words, "more": more})


@require_safe
@needs(ADMINISTER)
def organisation(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one: contacts, contracts, and what was changed."""
    found = get_object_or_404(Organisation.objects.select_related("executive").prefetch_related("contracts__products", "domains"), pk=pk)
    today = day_of(timezone.now())
    people = list(found.contacts.select_related("person").order_by("name"))
    _one, why = contract_of(found, today)
    agreement = agreement_of(current_version())
    about = (
        Q(subject_kind="organisation", subject_id=pk)
        | Q(subject_kind="contact", subject_id__in=[one.pk for one in people])
        | Q(subject_kind="contract", subject_id__in=[one.pk for one in found.contracts.all()])
    )
    context = {
        "organisation": found,
        "domains": sorted(one.domain for one in found.domains.all()),
        "contacts": [(one, level_of(agreement, one.level)) for one in people],
        "contracts": [(one, agreement.label("plan", one.plan), in_force(one, today)) for one in sorted_contracts(found)],
        "doubt": doubt(why),
        "history": history_of(about, MODELS, lambda kind, new: happened(kind, new=new), partial(in_manual, agreement)),
    }
    return render(request, "customers/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write one down, or change it."""
    found = get_object_or_404(Organisation, pk=pk) if pk else None
    form = OrganisationForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        saved = save_organisation(pk, form.values, form.cleaned_data["domains"], by=acting(request), at=timezone.now())
        if pk is None:
            # Without a contract its cases have no promise: that comes next.
            messages.success(request, _("%(name)s quedó guardado. Falta lo que contrató: de ahí salen sus plazos.") % {"name": saved.name})
            return redirect("customers:contract_new", saved.pk)
        messages.success(request, _("%(name)s quedó guardado.") % {"name": saved.name})
        return redirect("customers:organisation", saved.pk)
    status = 422 if form.is_bound else 200
    shown = Organisation.objects.get(pk=pk) if pk else None  # the form has changed its own
    return render(request, "customers/organisation_form.html", {"form": form, "organisation": shown}, status=status)


def sorted_contracts(found: Organisation) -> list[Contract]:
    """The newest first."""
    return sorted(found.contracts.all(), key=lambda one: (one.starts_on, one.pk), reverse=True)


def in_manual(agreement: Agreement, field: str, said: str) -> str:
    """What a field of a customer's holds, in the manual's words; "" where the manual has none for it."""
    return level_of(agreement, said) if field == "level" else agreement.label("plan", said) if field == "plan" else ""


def level_of(agreement: Agreement, level: str) -> str:
    """A contact's level in the manual's words."""
    ladders = (ladder for ladder in agreement.levels.values() if ladder.side == "customer")
    return next((ladder.steps[level].label for ladder in ladders if level in ladder.steps), level)
