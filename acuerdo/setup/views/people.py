"""The desk's people: who there is, inviting one, looking after one, and what each role may do."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.agreements import Agreement
from acuerdo.events.events import Actor
from acuerdo.people.access import ADMINISTER, RIGHTS, RIGHTS_IN_WORDS, SignedInRequest, acting, needs
from acuerdo.people.actions.change_person import LastAdministrator, change_person
from acuerdo.people.actions.invite import invite, invite_again
from acuerdo.people.models import Person, Role, Team
from acuerdo.people.queries import away_on, day_of, history_of
from acuerdo.people.wording import happened
from acuerdo.setup.forms import InviteForm, PersonForm
from acuerdo.tickets.actions.save_skill import set_skills

PAGE = 100


@require_safe
@needs(ADMINISTER)
def people(request: SignedInRequest) -> HttpResponse:
    """List them by name: role in the manual's words, level, teams, whether they are away or switched off."""
    after = request.GET.get("despues", "")
    found = Person.objects.exclude(role=Role.CUSTOMER).filter(name__gt=after).order_by("name", "pk").prefetch_related("teams")
    page = list(found[: PAGE + 1])
    agreement, away = agreement_of(current_version()), away_on(day_of(timezone.now()))
    context = {
        "rows": [(one, title_of(agreement, one), level_of(agreement, one.level), away.get(one.pk)) for one in page[:PAGE]],
        "more": page[PAGE - 1].name if len(page) > PAGE else "",
    }
    return render(request, "setup/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def new(request: SignedInRequest) -> HttpResponse:
    """Invite one; a mail takes them the link."""
    agreement = agreement_of(current_version())
    form = InviteForm(request.POST or None, agreement=agreement)
    if request.method == "POST" and form.is_valid():
        by, at = acting(request), timezone.now()
        person, _secret = invite(**form.values, by=by, at=at)
        if form.cleaned_data.get("teams"):
            change_person(person.pk, {}, form.cleaned_data["teams"], by=by, at=at)
        messages.success(request, _("Le enviamos a %(email)s el enlace para entrar.") % {"email": person.email})
        return redirect("setup:people")
    context = {"form": form, "roles": roles_with_rights(agreement)}
    return render(request, "setup/person_new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Look after one: role, level, teams, hours, absences, what was changed."""
    found = get_object_or_404(Person.objects.exclude(role=Role.CUSTOMER), pk=pk)
    agreement = agreement_of(current_version())
    form = PersonForm(request.POST or None, agreement=agreement, person=found)
    if request.method == "POST" and form.is_valid():
        try:
            keep(found, form, by=acting(request), at=timezone.now())
        except LastAdministrator:
            form.add_error("role", _("Es la única persona que administra y puede entrar. Dele antes ese rol a otra."))
        else:
            messages.success(request, _("%(name)s quedó guardado.") % {"name": form.cleaned_data["name"]})
            return redirect("setup:person", pk)
    today = day_of(timezone.now())
    context = {
        "form": form,
        "found": found,
        "title": title_of(agreement, found),
        "roles": roles_with_rights(agreement),
        "absences": list(found.absences.select_related("substitute").filter(ends_on__gte=today).order_by("starts_on")),
        "history": history_of(Q(subject_kind="person", subject_id=pk), {"person": Person}, happened, partial(in_manual, agreement)),
    }
    return render(request, "setup/person.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def keep(found: Person, form: PersonForm, *, by: Actor, at: datetime) -> None:
    """Write down all that the form says, what they know among it. Raises LastAdministrator."""
    change_person(found.pk, form.values, form.cleaned_data.get("teams"), by=by, at=at)
    if "skills" in form.fields:
        set_skills(found, form.cleaned_data["skills"], by=by, at=at)


@require_POST
@needs(ADMINISTER)
def access(request: SignedInRequest, pk: int) -> HttpResponse:
    """Switch somebody off (`que=quitar`), or let them in again with a new invitation."""
    found = get_object_or_404(Person.objects.exclude(role=Role.CUSTOMER), pk=pk)
    by, at = acting(request), timezone.now()
    if request.POST.get("que") == "quitar":
        try:
            change_person(pk, {"is_active": False}, by=by, at=at)
        except LastAdministrator:
            messages.error(request, _("Es la única persona que administra y puede entrar. Dele antes ese rol a otra."))
        else:
            messages.success(request, _("%(name)s ya no puede entrar. Sus sesiones terminaron.") % {"name": found.name})
    else:
        if not found.is_active:
            change_person(pk, {"is_active": True}, by=by, at=at)
        invite_again(pk, by=by, at=at)
        messages.success(request, _("Le enviamos a %(email)s el enlace para entrar.") % {"email": found.email})
    return redirect("setup:person", pk)


@require_safe
@needs(ADMINISTER)
def roles(request: SignedInRequest) -> HttpResponse:
    """What each role may do, in words, with the manual's own names for it (requirements 6.4)."""
    context = {"roles": roles_with_rights(agreement_of(current_version())), "rights": list(RIGHTS_IN_WORDS.items())}
    return render(request, "setup/roles.html", context)


def roles_with_rights(agreement: Agreement) -> list[dict[str, Any]]:
    """The desk's roles: their name, those of the manual that act as it, and each right in words with whether it has it."""
    return [
        {
            "id": role,
            "label": Role(role).label,
            "titles": [one.label for one in agreement.roles.values() if one.acts_as == role],
            "rights": [(words, right in rights) for right, words in RIGHTS_IN_WORDS.items()],
        }
        for role, rights in RIGHTS.items()
        if role != Role.CUSTOMER
    ]


def title_of(agreement: Agreement, found: Person) -> str:
    """Their role in the manual's words, else in the product's."""
    return agreement.roles[found.title].label if found.title in agreement.roles else str(found.get_role_display())


def in_manual(agreement: Agreement, field: str, said: str) -> str:
    """What a person's field holds, in the manual's words; "" where the manual has none for it."""
    if field == "title":
        return agreement.roles[said].label if said in agreement.roles else said
    return level_of(agreement, said) if field == "level" else ""


def level_of(agreement: Agreement, level: str) -> str:
    """A step of the ladder in the manual's words."""
    steps = agreement.ladder.steps if agreement.ladder else {}
    return steps[level].label if level in steps else level


def team_rows() -> list[Team]:
    """All teams with their members."""
    return list(Team.objects.order_by("name").prefetch_related("members"))
