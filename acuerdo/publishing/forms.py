"""The publishing page's form."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.publishing.actions.release import AUTHORISED, NOBODY


class ReleaseForm(forms.Form):
    """From which day, whom to tell, and what changes in a sentence."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    day = forms.DateField(
        label=_("Rige desde"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Los casos que se abran desde ese día siguen esta versión."),
    )
    note = forms.CharField(
        label=_("Qué cambia, en sus palabras"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lo leen los clientes en el correo y junto al manual."),
    )
    tell = forms.ChoiceField(
        label=_("A quién se avisa"),
        widget=forms.RadioSelect,
        choices=[
            (AUTHORISED, _("A los contactos autorizados de todos los clientes, con un enlace para aceptarla")),
            (NOBODY, _("A nadie por ahora")),
        ],
        initial=AUTHORISED,
    )

    def __init__(self, *how: Any, today: date | None = None, **named: Any) -> None:
        """Offer no day that is past."""
        super().__init__(*how, **named)
        if today:
            self.fields["day"].widget.attrs["min"] = today.isoformat()
