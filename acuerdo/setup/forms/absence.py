"""Days away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person
from acuerdo.people.queries import staff

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class AbsenceForm(forms.Form):
    """From when to when, who stands in, and why."""

    starts_on = forms.DateField(label=_("Desde"), widget=DAY)
    ends_on = forms.DateField(label=_("Hasta, incluido"), widget=DAY)
    substitute = forms.TypedChoiceField(label=_("Quién recibe lo suyo"), required=False, coerce=int, empty_value=None)
    reason = forms.CharField(label=_("Motivo"), required=False, max_length=200)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.people = {one.pk: one for one in staff() if one.pk != person.pk}
        choices = [("", _("Nadie")), *((one.pk, one.name) for one in self.people.values())]
        self.fields["substitute"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """In their order."""
        said = super().clean() or {}
        if said.get("starts_on") and said.get("ends_on") and said["ends_on"] < said["starts_on"]:
            self.add_error("ends_on", _("Termina antes de empezar."))
        return said

    @property
    def stands_in(self) -> Person | None:
        """The person chosen."""
        return self.people.get(self.cleaned_data["substitute"] or 0)
