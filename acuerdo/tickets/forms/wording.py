"""The words of a mail, as a desk's administrator writes them."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.core.mail import UnknownVariable
from acuerdo.notifications.actions.word import PARTS, UnknownVariables, check


class WordingForm(forms.Form):
    """Subject, title, beginning and end; empty is the product's text."""

    subject = forms.CharField(label=gettext_lazy("Asunto"), max_length=300, required=False)
    heading = forms.CharField(label=gettext_lazy("Título"), max_length=300, required=False)
    opening = forms.CharField(label=gettext_lazy("Comienzo"), max_length=3000, required=False, widget=forms.Textarea({"rows": 5}))
    ending = forms.CharField(label=gettext_lazy("Final"), max_length=1500, required=False, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, known: Collection[str], **kwargs: Any) -> None:
        """`known`: the variables there are."""
        super().__init__(*args, **kwargs)
        self.known = known

    def clean(self) -> dict[str, Any]:
        """Refuse what names no variable, with the nearest one."""
        said = super().clean() or {}
        for part in PARTS:
            try:
                check({part: str(said.get(part, ""))}, self.known)
            except UnknownVariables as refusal:
                found: list[UnknownVariable] = refusal.facts["found"]  # type: ignore[assignment]
                for one in found:
                    self.add_error(part, sentence(one))
        return said


def sentence(one: UnknownVariable) -> str:
    """What is wrong with a variable, and what would be right."""
    if one.nearest:
        return _("No existe «%(name)s». ¿Quiso decir {{ %(nearest)s }}?") % {"name": one.name, "nearest": one.nearest}
    return _("No existe «%(name)s». Use solo las variables de la lista.") % {"name": one.name}
