"""One's own notices: how one is told of what, the daily digest, and when one works. A customer's formal mails cannot be turned off."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.notifications.forms import NoticesForm
from acuerdo.people.access import acting
from acuerdo.people.actions.change_person import change_person
from acuerdo.people.models import Person


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def settings(request: HttpRequest) -> HttpResponse:
    """Show them, and change them; a customer reads which mails they get and where the language is chosen."""
    person = Person.objects.get(pk=request.user.pk or 0)
    if person.is_customer:
        return render(request, "notifications/formal.html")
    form = NoticesForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        change_person(person.pk, form.values, by=acting(request), at=timezone.now())
        messages.success(request, _("Sus avisos quedaron guardados."))
        return redirect("notifications:settings")
    return render(request, "notifications/settings.html", {"form": form}, status=422 if form.is_bound else 200)
