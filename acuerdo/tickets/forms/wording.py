"""The words of a mail, as a desk's administrator writes them."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.core.mail import UnknownVariable
from acuerdo.notifications.actions.word import PARTS, MissingVariables, Tags, UnknownVariables, check, check_whole


class WordingForm(forms.Form):
    """Subject, title, beginning and end; empty is the product's text."""

    subject = forms.CharField(label=gettext_lazy("Asunto"), max_length=300, required=False)
    heading = forms.CharField(label=gettext_lazy("Título"), max_length=300, required=False)
    opening = forms.CharField(label=gettext_lazy("Comienzo"), max_length=3000, required=False, widget=forms.Textarea({"rows": 5}))
    ending = forms.CharField(label=gettext_lazy("Final"), max_length=1500, required=False, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, known: Collection[str], product: Mapping[str, str], must: Collection[str] = (), **kwargs: Any) -> None:
        """`known`: the variables there are; `product`: the product's words; `must`: the variables that stay in one part or another."""
        super().__init__(*args, **kwargs)
        self.known, self.product, self.must = known, product, must

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
            except Tags as refusal:
                self.add_error(part, of_tags(refusal))
        try:
            check_whole({part: str(said.get(part, "")) for part in PARTS}, self.product, self.must)
        except MissingVariables as refusal:
            self.add_error(None, of_missing(refusal))
        return said


def of_tags(refusal: Tags) -> str:
    """Why marks of HTML are refused."""
    found: list[str] = refusal.facts["found"]  # type: ignore[assignment]
    return _("Aquí va texto sin formato; quien lo reciba leería «%(found)s» tal cual. Quítelo.") % {"found": "» «".join(found)}


def of_missing(refusal: MissingVariables) -> str:
    """What has to stay, and why."""
    missing: list[str] = refusal.facts["missing"]  # type: ignore[assignment]
    names = " ".join(f"{{{{ {name} }}}}" for name in missing)
    return _("Falta %(names)s: sin eso el correo no dice de qué se trata. Póngalo en el asunto, el título, el comienzo o el final.") % {
        "names": names
    }


def sentence(one: UnknownVariable) -> str:
    """What is wrong with a variable, and what would be right."""
    if one.nearest:
        return _("No existe «%(name)s». ¿Quiso decir {{ %(nearest)s }}?") % {"name": one.name, "nearest": one.nearest}
    return _("No existe «%(name)s». Use solo las variables de la lista.") % {"name": one.name}
