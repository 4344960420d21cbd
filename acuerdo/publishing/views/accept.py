"""Accepting a version: on its page when signed in, or by the link of a mail, which only asks, for mail scanners follow links."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.agreements.queries import agreement_of, known_versions
from acuerdo.core.errors import Refusal
from acuerdo.customers.access import as_contact
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.publishing import wording
from acuerdo.publishing.access import read_acknowledgement_token
from acuerdo.publishing.actions.acknowledge import acknowledge
from acuerdo.publishing.models import Acknowledgement
from acuerdo.publishing.queries.editions import edition
from acuerdo.publishing.queries.told import acceptance


@require_POST
@customers_only
def create(request: SignedInRequest, version: str) -> HttpResponse:
    """Accept, signed in."""
    contact = contact_of(request.user)
    if contact is None:
        raise PermissionDenied
    chosen = get_object_or_404(known_versions(), version=version)
    try:
        acknowledge(chosen, contact, way=Acknowledgement.Way.PAGE, by=as_contact(contact, request), at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, wording.of(refusal))
    else:
        messages.success(request, _("Gracias. Quedó registrado que usted aceptó la versión %(version)s.") % {"version": chosen.version})
    return HttpResponse(status=303, headers={"Location": reverse("publishing:version", args=[version])})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Accept from a mail. Once accepted, the link tells when; it opens nothing else."""
    asked = read_acknowledgement_token(token)
    contact = Contact.objects.select_related("organisation").filter(pk=asked.contact_id).first() if asked else None
    version = known_versions().filter(pk=asked.version_id).first() if asked else None
    if contact is None or version is None or contact.organisation is None:
        return render(request, "publishing/accept_over.html", status=410)
    accepted = acceptance(version, contact)
    if request.method == "POST" and accepted is None:
        try:
            acknowledge(version, contact, way=Acknowledgement.Way.LINK, by=as_contact(contact, request), at=timezone.now())
        except Refusal:
            return render(request, "publishing/accept_over.html", status=410)
        return HttpResponse(status=303, headers={"Location": request.path})
    standing = edition(timezone.localdate(), version.version).standing
    if accepted is None and standing == "past":
        return render(request, "publishing/accept_over.html", status=410)
    context = {
        "version": version,
        "contact": contact,
        "accepted": accepted,
        "standing": standing,
        "zone": agreement_of(version).zone,
        "now": timezone.now(),
    }
    return render(request, "publishing/accept.html", context)
