"""The customer's answer to a solution."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.portal.forms.written import LONGEST_TEXT


class DecisionForm(forms.Form):
    """Whether the solution serves; saying no needs what was found, saying yes may bring a face of the survey."""

    solution = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        widget=forms.Select(attrs={"id": "answer-si"}),  # where the list of errors leads: the first of the two
        choices=(("si", _("Sí, me sirve")), ("no", _("No me sirve"))),
        error_messages={"required": _("Elija una de las dos respuestas."), "invalid_choice": _("Elija una de las dos respuestas.")},
    )
    reason = forms.CharField(label=_("¿Qué encontró al probar?"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea)
    face = forms.CharField(max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        """A no needs its reason: with it work begins again."""
        said = super().clean() or {}
        if said.get("answer") == "no" and not said.get("reason"):
            self.add_error("reason", _("Cuéntenos qué encontró al probar: con eso retomamos el caso."))
        return said
