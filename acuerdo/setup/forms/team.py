"""A team."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.people.models import Person, Role, Team
from acuerdo.setup.forms.person import levels_of


class TeamForm(forms.Form):
    """Its name, its level, and who is in it."""

    name = forms.CharField(label=_("Nombre"), max_length=120)
    level = forms.ChoiceField(label=_("Nivel de la escalera"), required=False)
    members = forms.ModelMultipleChoiceField(
        Person.objects.filter(is_active=True).exclude(role=Role.CUSTOMER).order_by("name"),
        label=_("Integrantes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, agreement: Agreement, team: Team | None, **kwargs: Any) -> None:
        initial = {"name": team.name, "level": team.level, "members": team.members.all()} if team else {}
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.team = team
        self.fields["level"].choices = levels_of(agreement)  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """Its short name, by which rules know it, is made of the first one it had."""
        name = str(self.cleaned_data["name"]).strip()
        self.slug = self.team.slug if self.team else slugify(name)[:40]
        if not self.slug:
            raise forms.ValidationError(_("Use letras o números."))
        if Team.objects.filter(slug=self.slug).exclude(pk=self.team.pk if self.team else 0).exists():
            raise forms.ValidationError(_("Ya hay un equipo con ese nombre."))
        return name

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        return {"slug": self.slug, "name": self.cleaned_data["name"], "level": self.cleaned_data["level"]}
