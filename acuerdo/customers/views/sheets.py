"""Customers from a sheet and into one: weighed line by line, written when somebody has looked."""

import csv
from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.customers.actions.bring import bring
from acuerdo.customers.actions.weigh import COLUMNS, FORMULA, weighed
from acuerdo.customers.forms import SheetForm
from acuerdo.customers.models import Contact, Organisation
from acuerdo.customers.wording import brought, refused_line
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs

#: Lines shown beside those that are refused, of which all are.
SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def bring_in(request: SignedInRequest) -> HttpResponse:
    """Weigh a sheet; with `traer` write it down."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "customers/import.html", {"form": form, "columns": COLUMNS}, status=422 if form.is_bound else 200)
    text, agreement = form.cleaned_data["text"], agreement_of(current_version())
    if "traer" in request.POST:
        lines = bring(text, agreement, by=acting(request), at=timezone.now())
        count = sum(not line.is_refused for line in lines)
        messages.success(request, ngettext("Quedó registrada %(n)s línea.", "Quedaron registradas %(n)s líneas.", count) % {"n": count})
        return redirect("customers:organisations")
    _scales, lines = weighed(text, agreement)
    good = [line for line in lines if not line.is_refused]
    refused = [line for line in lines if line.is_refused]
    context = {
        "form": SheetForm(initial={"text": text}),
        "columns": COLUMNS,
        "good": len(good),
        "shown": [(line, [brought(what) for what in line.brings]) for line in good[:SHOWN]],
        "refused": [(line, [refused_line(one.code, one.column, one.said) for one in line.problems]) for line in refused],
        "weighed": True,
    }
    return render(request, "customers/import.html", context)


@require_safe
@needs(ADMINISTER)
def template(request: SignedInRequest) -> HttpResponse:
    """A sheet to fill in, with two lines that show how; the plan is the manual's first."""
    plan = next(iter(agreement_of(current_version()).plans.values()), None)
    shop = "Ferretería El Tornillo"
    bought = ("tornillo.example", plan.label if plan else "", "2026-01-01", "")
    rows = [
        (shop, *bought, "Ana Peña", "ana@tornillo.example", "601 555 0100", "Compras", "", "sí"),
        (shop, "", "", "", "", "Luis Roa", "luis@tornillo.example", "", "", "", ""),
    ]
    return as_file([COLUMNS, *rows], "plantilla-clientes.csv")


@require_safe
@needs(ADMINISTER)
def export(request: SignedInRequest) -> HttpResponse:
    """All customers with their contacts, in the columns that can be brought in."""
    return as_file(rows_of_all(), "clientes.csv")


def rows_of_all() -> Iterator[tuple[str, ...]]:
    """A line a contact; the customer's own cells in its first line."""
    yield COLUMNS
    found = Organisation.objects.order_by("name").prefetch_related("domains", "contracts", "contacts")
    for organisation in found.iterator(chunk_size=200):
        contract = max(organisation.contracts.all(), key=lambda one: (one.starts_on, one.pk), default=None)
        dates = (contract.starts_on.isoformat(), contract.ends_on.isoformat() if contract.ends_on else "") if contract else ("", "")
        own = (organisation.name, " ".join(one.domain for one in organisation.domains.all()), contract.plan if contract else "", *dates)
        for place, contact in enumerate(organisation.contacts.all() or [None]):
            head = own if place == 0 else (organisation.name, "", "", "", "")
            yield (*head, *cells_of(contact))


def cells_of(contact: Contact | None) -> tuple[str, ...]:
    """A contact's cells."""
    if contact is None:
        return ("",) * 6
    return (contact.name, contact.email, contact.phone, contact.job_title, contact.level, "sí" if contact.is_authorised else "")


def as_file(rows: Iterable[tuple[str, ...]], name: str) -> HttpResponse:
    """A CSV that spreadsheets read as UTF-8 and take for text: a cell that begins like a formula gets an apostrophe."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    csv.writer(answer).writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows)
    return answer
