"""A contract, with what it changes shown before it is saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.agreements import Agreed, Faults, agreed_times
from acuerdo.customers.actions.save_contract import save_contract
from acuerdo.customers.forms import ContractForm
from acuerdo.customers.models import Contract, Organisation
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.people.queries import day_of
from acuerdo.ui.places import in_its_place


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def new(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write one down for an organisation."""
    today = day_of(timezone.now())
    return write(request, Contract(organisation=get_object_or_404(Organisation, pk=pk), starts_on=today))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def contract(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change one."""
    return write(request, get_object_or_404(Contract.objects.select_related("organisation"), pk=pk))


def write(request: SignedInRequest, found: Contract) -> HttpResponse:
    """The form; `mirar` shows what it would change and saves nothing."""
    agreement = agreement_of(current_version())
    plan, overrides, organisation = found.plan, dict(found.overrides), found.organisation
    form = ContractForm(request.POST or None, instance=found, agreement=agreement)
    valid = form.is_bound and form.is_valid()
    looks = "mirar" in request.POST
    if valid and not looks:
        products = form.cleaned_data.get("products")
        saved = save_contract(found.pk, {**form.values, "organisation": organisation}, products, by=acting(request), at=timezone.now())
        messages.success(request, _("El contrato quedó guardado. Rige para los casos que se abran desde ahora."))
        return redirect("customers:organisation", saved.organisation_id)
    context: dict[str, Any] = {
        "form": form,
        "contract": found if found.pk else None,
        "organisation": organisation,
        "numbered": list(enumerate(str(form["targets_text"].value() or "").split("\n"), 1)) if form.faults else [],
        "wrong": dict(form.faults),
        "tables": [table.label for table in agreement.targets],
        "clocks": [(clock.id, clock.label) for clock in agreement.clocks.values()],
    }
    if valid or not form.is_bound:
        after_plan = form.cleaned_data["plan"] if valid else plan
        context |= seen(agreed(agreement, after_plan, overrides, form.overrides if valid else overrides))
    if valid or not form.is_bound:
        return render(request, "customers/contract_form.html", context)
    return in_its_place(render(request, "customers/contract_form.html", context, status=422), "#contract-form")


def agreed(agreement: Any, plan: str, before: dict[str, Any], after: dict[str, Any]) -> tuple[Agreed, ...]:
    """What is promised; a contract whose own terms are of an older manual, and mean nothing in this one, is compared with the manual."""
    try:
        return agreed_times(agreement, plan, before, after)
    except Faults:
        return agreed_times(agreement, plan, {}, {})


def seen(rows: tuple[Agreed, ...]) -> dict[str, Any]:
    """The table: what differs from the manual or changes now; what is as printed is counted and folded away."""
    apart = [row for row in rows if row.changes or row.after != row.manual]
    return {"apart": apart, "as_printed": [row for row in rows if row not in apart], "changes": sum(row.changes for row in apart)}
