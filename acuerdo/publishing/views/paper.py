"""The published manual as a PDF. Open to all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of
from acuerdo.desks.queries import current_desk
from acuerdo.publishing.document import document_of
from acuerdo.publishing.queries import edition
from acuerdo.publishing.serving import Paper, TooLarge, pdf_of
from acuerdo.ui.colours import brand


@require_safe
def show(request: HttpRequest, version: str = "") -> HttpResponse:
    """The version in force, or another; where it cannot be set, the page, which can be printed."""
    chosen = edition(timezone.localdate(), version)
    document = document_of(agreement_of(chosen.version), chosen.year)
    desk = current_desk()
    try:
        content = pdf_of(Paper(document, desk.name, brand(desk.schema_name, desk.accent or "")))
    except TooLarge:
        return redirect("publishing:version", chosen.version.version)
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{slugify(document.title)}-{slugify(chosen.version.version)}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or "inline"
    return response
