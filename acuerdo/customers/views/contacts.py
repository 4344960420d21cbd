"""A customer's contacts: writing one down, letting them in and out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.customers.actions.access import NoAccess, give_access, take_access
from acuerdo.customers.actions.save_contact import save_contact
from acuerdo.customers.forms import ContactForm
from acuerdo.customers.models import Contact, Organisation
from acuerdo.customers.wording import refused_access
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def new(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write one down for an organisation."""
    return write(request, Contact(organisation=get_object_or_404(Organisation, pk=pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def contact(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change one."""
    return write(request, get_object_or_404(Contact.objects.select_related("organisation", "person"), pk=pk))


def write(request: SignedInRequest, found: Contact) -> HttpResponse:
    """The form of one."""
    organisation = found.organisation
    form = ContactForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        values = form.values if "organisation" in form.fields else {**form.values, "organisation": organisation}
        saved = save_contact(found.pk, values, by=acting(request), at=timezone.now())
        messages.success(request, _("%(name)s quedó guardado.") % {"name": saved.name})
        return redirect("customers:organisation", saved.organisation_id)
    context = {"form": form, "contact": found if found.pk else None, "organisation": organisation}
    return render(request, "customers/contact_form.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(ADMINISTER)
def access(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a contact into the customers' pages (`que=dar`) or out of them."""
    found = get_object_or_404(Contact, pk=pk)
    by, at = acting(request), timezone.now()
    if request.POST.get("que") == "dar":
        try:
            give_access(pk, by=by, at=at)
        except NoAccess as refused:
            messages.error(request, refused_access(str(refused.facts["why"])))
        else:
            messages.success(request, _("Le enviamos a %(email)s el enlace para entrar.") % {"email": found.email})
    else:
        take_access(pk, by=by, at=at)
        messages.success(request, _("%(name)s ya no puede entrar. Sus sesiones terminaron.") % {"name": found.name})
    return redirect("customers:organisation", found.organisation_id) if found.organisation_id else redirect("customers:organisations")
