"""The first page an invited person sees: they choose a password and are in."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from acuerdo.people.access import as_actor
from acuerdo.people.actions.change_person import change_person
from acuerdo.people.actions.invite import InvitationOver, accept, invited_by
from acuerdo.people.forms import InvitationForm, password_rules
from acuerdo.people.models import Person, Role

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Choose a password; one that the rules refuse comes back with the reason."""
    person = invited_by(secret)
    if person is None:
        return render(request, "people/invitation_over.html", status=410)
    first = is_first(person)
    form = InvitationForm(request.POST or None, person=person, asks_name=first)
    if request.method == "POST" and form.is_valid():
        try:
            accept(person, password=form.cleaned_data["password1"], at=timezone.now())
        except InvitationOver:
            return render(request, "people/invitation_over.html", status=410)
        person.refresh_from_db()
        login(request, person, backend=BACKEND)
        UserSession.objects.create_from_request(request)
        if name := form.cleaned_data.get("name"):
            change_person(person.pk, {"name": name}, by=as_actor(person), at=timezone.now())
        # Who is alone with a new desk begins where it says what to do first, not at an empty queue.
        return redirect("setup:administration" if first else "people:home")
    context = {"form": form, "invited": person, "rules": password_rules()}
    return render(request, "people/invitation.html", context, status=422 if form.is_bound else 200)


def is_first(person: Person) -> bool:
    """Whether nobody else administers the desk."""
    others = Person.objects.filter(role=Role.ADMIN, is_active=True).exclude(pk=person.pk)
    return person.role == Role.ADMIN and not others.exists()
