"""A saved answer: its words, and what is done to the case when it is sent."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.automation.models import Macro
from acuerdo.core.agreements import Agreement
from acuerdo.core.mail import unknown
from acuerdo.people.models import Team
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.carry import ME, THEN
from acuerdo.tickets.forms import facts_of
from acuerdo.tickets.mails.variables import NAMES

#: Besides what mails may name, the promise of the solution; without what only the product's own mails know.
ONLY_MAILS = frozenset({"plazo.frase", "otro.numero", "aviso.asunto", "aviso.texto", "solucion.fecha"})
KNOWN: dict[str, Any] = {
    **{name: words for name, words in NAMES.items() if name not in ONLY_MAILS},
    "promesa.solucion": _("Para cuándo se prometió la solución"),
    "yo.nombre": _("Su propio nombre"),
}


class MacroForm(forms.Form):
    """One's own."""

    title = forms.CharField(label=_("Título"), max_length=80, help_text=_("Con lo que la encuentra al escribir «/» en un caso."))
    text = forms.CharField(
        label=_("Texto"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 8}), help_text=_("Puede quedar vacío.")
    )
    then = forms.ChoiceField(label=_("El caso queda"), required=False)
    fact = forms.ChoiceField(label=_("Clasificar"), required=False)
    assign = forms.ChoiceField(label=_("Asignar a"), required=False)
    tag = forms.CharField(label=_("Etiqueta"), max_length=40, required=False)
    note = forms.CharField(label=_("Nota interna"), max_length=480, required=False)

    def __init__(self, *args: Any, macro: Macro | None, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.macro = macro
        nothing = ("", _("Nada"))
        groups = ((label, [(f"{fact}:{value}", words) for value, words in values]) for fact, label, values in facts_of(agreement))
        self.offer("fact", [nothing, *groups])
        self.offer("then", [nothing, *((status.value, agreement.statuses[status].label) for status in sorted(THEN))])
        self.offer("assign", [nothing, (ME, _("Quien la envía")), *((str(person.pk), person.name) for person in staff())])
        if macro is not None:
            self.initial = {"title": macro.title, "text": macro.text, **dict(deed.split("=", 1) for deed in macro.deeds if "=" in deed)}

    def offer(self, name: str, choices: Any) -> None:
        """Offer these values in a field."""
        cast("forms.ChoiceField", self.fields[name]).choices = list(choices)

    def clean_text(self) -> str:
        """Only names of the list stand in it: nothing is ever run."""
        text = str(self.cleaned_data["text"])
        for fault in unknown(text, KNOWN):
            near = _(" ¿Quiso decir «%(nearest)s»?") % {"nearest": fault.nearest} if fault.nearest else ""
            raise forms.ValidationError(_("«%(name)s» no es una variable.%(near)s") % {"name": fault.name, "near": near})
        return text

    def clean(self) -> dict[str, Any]:
        """It says something or does something."""
        said = super().clean() or self.cleaned_data
        if not said.get("text", "").strip() and not list(self.deeds(said)) and not self.errors:
            raise forms.ValidationError(_("Escriba un texto, o elija algo que se haga con el caso."))
        return said

    def deeds(self, said: dict[str, Any]) -> Iterator[str]:
        """What is done, as the tickets' action reads it."""
        return (f"{kind}={said[kind].strip()}" for kind in ("then", "fact", "assign", "tag", "note") if str(said.get(kind) or "").strip())

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        said = self.cleaned_data
        return {"title": said["title"], "text": said["text"], "deeds": list(self.deeds(said))}

    @property
    def variables(self) -> list[tuple[str, Any]]:
        """The names that may stand in the text, as they are written."""
        return [(f"{{{{ {name} }}}}", words) for name, words in KNOWN.items()]


class SharedMacroForm(MacroForm):
    """One of a team's, or of the whole desk's."""

    team = forms.ModelChoiceField(
        label=_("Quién la usa"), queryset=Team.objects.order_by("name"), required=False, empty_label=_("Toda la mesa")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.macro is not None:
            self.initial["team"] = self.macro.team_id

    @property
    def values(self) -> dict[str, Any]:
        """Also whose it is."""
        team = self.cleaned_data["team"]
        return {**super().values, "team": team, "visible_to": Macro.For.TEAM if team else Macro.For.DESK}
