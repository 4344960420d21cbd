"""The search of the log, and where seals are sent."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from acuerdo.audit.queries.search import DAYS, Search
from acuerdo.audit.wording import KINDS
from acuerdo.people.models import Person

#: Addresses that a seal is sent to, at most.
MOST = 5
PICK = {"type": "date"}


class SearchForm(forms.Form):
    """All of it may be empty: then the last days are shown."""

    since = forms.DateField(label=_("Desde"), required=False, widget=forms.DateInput(attrs=PICK, format="%Y-%m-%d"))
    until = forms.DateField(label=_("Hasta"), required=False, widget=forms.DateInput(attrs=PICK, format="%Y-%m-%d"))
    person = forms.ModelChoiceField(Person.objects.order_by("name"), label=_("Quién"), required=False, empty_label=_("Cualquiera"))
    kind = forms.ChoiceField(label=_("Hecho"), required=False)
    case = forms.IntegerField(label=_("Caso"), required=False, min_value=1, max_value=2**31 - 1)
    ip = forms.CharField(label=_("IP"), required=False, max_length=45)
    text = forms.CharField(label=_("Contiene"), required=False, max_length=100)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Kinds in words, in their order in the reader's language."""
        super().__init__(*given, **named)
        self.fields["kind"].choices = [("", _("Cualquiera")), *sorted(((k, str(w)) for k, w in KINDS.items()), key=lambda each: each[1])]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A period that does not end before it begins."""
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Termina antes de empezar: revise las dos fechas."))
        return cleaned

    def search(self, today: date) -> Search:
        """What is looked for; only of a valid form."""
        said = self.cleaned_data
        until = said["until"] or today
        since = said["since"] or min(until, today) - timedelta(days=DAYS)
        person = said["person"].pk if said["person"] else None
        return Search(since=since, until=until, person=person, kind=said["kind"], case=said["case"], ip=said["ip"], text=said["text"])


class PlacesForm(forms.Form):
    """Addresses outside, one a line."""

    addresses = forms.CharField(
        label=_("Direcciones"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3, "inputmode": "email"}),
        help_text=_("Una por línea, fuera de esta máquina: la revisoría, un notario, otra empresa. Hasta cinco."),
    )

    def clean_addresses(self) -> list[str]:
        """Each a mail address, each once."""
        given = [each.lower() for each in re.split(r"[\s,;]+", self.cleaned_data["addresses"]) if each]
        for each in given:
            validate_email(each)
        if len(set(given)) > MOST:
            raise forms.ValidationError(_("Son demasiadas: hasta %(most)d."), params={"most": MOST})
        return list(dict.fromkeys(given))


class DiscardForm(forms.Form):
    """Why a failed job will not be done."""

    reason = forms.CharField(label=_("Motivo"), min_length=3, max_length=300)
