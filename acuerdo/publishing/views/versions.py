"""The versions of the manual, for the desk's administration: in force, coming, past; who was told of one and who accepted it."""

import csv
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of, known_versions
from acuerdo.people.access import ADMINISTER, AUDIT, SignedInRequest, may, needs
from acuerdo.publishing.models import Acknowledgement, Announcement
from acuerdo.publishing.queries import edition
from acuerdo.publishing.queries.drafts import open_draft
from acuerdo.publishing.queries.editions import standing, version_before
from acuerdo.publishing.queries.published import publishers
from acuerdo.publishing.queries.told import Standing, standings
from acuerdo.publishing.queries.worded import changes_by_part
from acuerdo.tickets.queries import open_cases_by_version
from acuerdo.ui.language import language

#: A cell that begins so is taken for a formula by a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Listed:
    """A version in the list."""

    version: ManualVersion
    standing: str
    by: str
    told: int
    accepted: int
    open_cases: int


@require_safe
@needs(AUDIT)
def index(request: SignedInRequest) -> HttpResponse:
    """All versions, newest first, and the draft if there is one."""
    in_force = edition(timezone.localdate()).in_force
    versions = list(known_versions())
    told, accepted = (
        dict(kept.objects.values_list("version").annotate(n=Count("pk")).values_list("version", "n"))
        for kept in (Announcement, Acknowledgement)
    )
    by, cases = publishers(), open_cases_by_version()
    listed = [
        Listed(each, standing(each, in_force), by.get(each.pk, ""), told.get(each.pk, 0), accepted.get(each.pk, 0), cases.get(each.pk, 0))
        for each in versions
    ]
    context = {"versions": listed, "draft": open_draft(), "may_edit": may(request.user, ADMINISTER)}
    return render(request, "publishing/admin/versions.html", context)


@require_safe
@needs(AUDIT)
def show(request: SignedInRequest, version: str) -> HttpResponse:
    """A version: what it changed, who was told and who accepted."""
    chosen = named(version)
    before = version_before(chosen)
    people = standings(chosen)
    context = {
        "version": chosen,
        "standing": standing(chosen, edition(timezone.localdate()).in_force),
        "before": before,
        "by": publishers().get(chosen.pk, ""),
        "parts": changes_by_part(agreement_of(before), agreement_of(chosen), language()) if before else [],
        "people": people,
        "told": sum(1 for each in people if each.told_at),
        "accepted": sum(1 for each in people if each.accepted),
    }
    return render(request, "publishing/admin/version.html", context)


@require_safe
@needs(AUDIT)
def export(request: SignedInRequest, version: str) -> HttpResponse:
    """Who was told and who accepted, as a table for a spreadsheet."""
    chosen = named(version)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    name = f"{slugify(chosen.manual)}-{slugify(chosen.version)}-{_('aceptaciones')}.csv"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    table = csv.writer(response)
    table.writerow([_("Versión"), _("Cliente"), _("Contacto"), _("Correo"), _("Avisado"), _("Aceptado"), _("Cómo"), _("Dirección IP")])
    for each in standings(chosen):
        table.writerow([harmless(cell) for cell in cells(chosen, each)])
    return response


def cells(version: ManualVersion, each: Standing) -> list[str]:
    """A line of the table."""
    accepted = each.accepted
    return [
        version.version,
        each.contact.organisation.name if each.contact.organisation else "",
        each.contact.name,
        each.contact.email,
        timezone.localtime(each.told_at).isoformat(" ", "seconds") if each.told_at else "",
        timezone.localtime(accepted.at).isoformat(" ", "seconds") if accepted else "",
        str(Acknowledgement.Way(accepted.way).label) if accepted else "",
        (accepted.ip or "") if accepted else "",
    ]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def named(version: str) -> ManualVersion:
    """A version by its name; Http404 for none."""
    return get_object_or_404(known_versions(), version=version)
