"""A person of the desk: invited, then looked after."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement, Faults
from acuerdo.people.models import Person, Role, Team
from acuerdo.people.queries import hours_of
from acuerdo.tickets.models import Skill

#: Rows of a week that most people need: its days as the manual writes them, and their words.
DAYS = (("mon-fri", _("Lunes a viernes")), ("sat", _("Sábado")), ("sun", _("Domingo")))
STAFF = [(value, label) for value, label in Role.choices if value != Role.CUSTOMER]


def titles_of(agreement: Agreement) -> list[tuple[str, Any]]:
    """The manual's own names for roles."""
    return [("", _("Como el rol")), *((role.id, role.label) for role in agreement.roles.values() if role.acts_as != Role.CUSTOMER)]


def levels_of(agreement: Agreement) -> list[tuple[str, Any]]:
    """The steps of the provider's ladder."""
    return [("", _("Ninguno")), *((step.id, step.label) for step in (agreement.ladder.steps.values() if agreement.ladder else ()))]


class InviteForm(forms.Form):
    """Who comes, and as what."""

    name = forms.CharField(label=_("Nombre"), max_length=120)
    email = forms.EmailField(label=_("Correo"), max_length=254)
    role = forms.ChoiceField(label=_("Rol"), choices=STAFF, widget=forms.RadioSelect, initial=Role.AGENT)
    title = forms.ChoiceField(label=_("Cómo lo llama el manual"), required=False)
    level = forms.ChoiceField(label=_("Nivel de la escalera"), required=False)
    teams = forms.ModelMultipleChoiceField(
        Team.objects.order_by("name"), label=_("Equipos"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, agreement: Agreement, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.person = person
        self.fields["title"].choices = titles_of(agreement)  # type: ignore[attr-defined]
        self.fields["level"].choices = levels_of(agreement)  # type: ignore[attr-defined]
        if not Team.objects.exists():
            del self.fields["teams"]

    def clean_email(self) -> str:
        """One address is one person."""
        email = str(self.cleaned_data["email"]).strip().lower()
        other = Person.objects.filter(email=email).exclude(pk=self.person.pk if self.person else 0).first()
        if other is not None:
            raise forms.ValidationError(_("Ese correo ya es de %(name)s.") % {"name": other.name})
        return email

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes, teams apart."""
        return {name: self.cleaned_data[name] for name in ("name", "email", "role", "title", "level")}


class PersonForm(InviteForm):
    """All that is said of a person, their hours among it: three rows, or a week as the manual writes it."""

    language = forms.ChoiceField(label=_("Idioma"), choices=settings.LANGUAGES)
    skills = forms.ModelMultipleChoiceField(
        Skill.objects.order_by("name"), label=_("Qué sabe"), required=False, widget=forms.CheckboxSelectMultiple
    )
    mon_fri = forms.CharField(label=DAYS[0][1], required=False, max_length=60)
    sat = forms.CharField(label=DAYS[1][1], required=False, max_length=60)
    sun = forms.CharField(label=DAYS[2][1], required=False, max_length=60)

    def __init__(self, *args: Any, agreement: Agreement, person: Person, **kwargs: Any) -> None:
        week = person.week
        self.other_days = {days: hours for days, hours in week.items() if days not in dict(DAYS)}
        initial = {name: getattr(person, name) for name in ("name", "email", "role", "title", "level", "language")}
        hours = {days.replace("-", "_"): spelled(week.get(days, "")) for days, _words in DAYS}
        several = {"teams": person.teams.all(), "skills": person.skills.all()}
        super().__init__(*args, agreement=agreement, person=person, initial={**initial, **hours, **several}, **kwargs)
        if not Skill.objects.exists():
            del self.fields["skills"]

    def clean(self) -> dict[str, Any]:
        """Hours are read as the manual's are."""
        said = super().clean() or {}
        week = {
            days: [part.strip() for part in hours.split(",")] if "," in hours else hours.strip()
            for days, _words in DAYS
            if (hours := str(said.get(days.replace("-", "_"), "")).replace("–", "-").replace(" - ", "-")).strip()
        }
        self.week = {**self.other_days, **week}
        if self.week:
            try:
                hours_of(json.dumps(self.week))
            except Faults:
                self.add_error("mon_fri", _("Escriba las horas así: 08:00-17:00, o dos turnos: 08:00-12:00, 14:00-18:00."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """With language and hours."""
        return {**super().values, "language": self.cleaned_data["language"], "week": self.week}


def spelled(hours: str | list[str]) -> str:
    """Hours as they are typed."""
    return hours if isinstance(hours, str) else ", ".join(hours)
