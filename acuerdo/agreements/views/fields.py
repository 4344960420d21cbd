"""The questions that the desk asks beside those of its manual."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.actions.save_field import save_field
from acuerdo.agreements.forms import CustomFieldForm
from acuerdo.agreements.models import CustomField
from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs


@require_safe
@needs(ADMINISTER)
def fields(request: SignedInRequest) -> HttpResponse:
    """List them by type of case; each beside what the manual itself needs."""
    agreement = agreement_of(current_version())
    found = list(CustomField.objects.all())
    kinds = [("", _("Todos los tipos"), ()), *((one.id, one.label, tuple(one.needs.values())) for one in agreement.types.values())]
    groups = [(label, needs, [field for field in found if field.type == kind]) for kind, label, needs in kinds]
    return render(request, "agreements/fields.html", {"groups": groups, "any": bool(found)})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write one down, or change it."""
    field = get_object_or_404(CustomField, pk=pk) if pk else None
    form = CustomFieldForm(request.POST or None, instance=field)
    if request.method == "POST" and form.is_valid():
        saved = save_field(pk, form.values, by=acting(request), at=timezone.now())
        messages.success(request, _("«%(label)s» quedó guardada.") % {"label": saved.label})
        return redirect("agreements:fields")
    return render(request, "agreements/field_form.html", {"form": form, "field": field}, status=422 if form.is_bound else 200)
