"""A contract: what was bought, for how long, and what was agreed apart from the manual."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement, Faults, contract_text, read_contract
from acuerdo.customers.models import Contract

MODALITIES = (("", _("Sin decir")), ("saas", "SaaS"), ("on-premise", _("En las instalaciones del cliente")))
COVERAGES = (("", _("La del plan")), *((name, name.replace("x", "×")) for name in ("5x8", "12x5", "5x24", "6x24", "7x24")))
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
#: Keys of a contract's own terms that have a field of their own; the rest is the text's.
OWN = ("calendar", "channels", "availability", "note")


class ContractForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """The contract's fields; `overrides` are read by the manual's own reader, with each fault beside its line."""

    plan = forms.ChoiceField(label=_("Plan"), required=False)
    modality = forms.ChoiceField(label=_("Modalidad"), required=False)
    coverage = forms.ChoiceField(label=_("Cobertura"), required=False)
    scope = forms.MultipleChoiceField(label=_("Ítems del catálogo incluidos"), required=False, widget=forms.CheckboxSelectMultiple)
    calendar = forms.ChoiceField(label=_("Horario acordado"), required=False)
    channels = forms.MultipleChoiceField(
        label=_("Canales acordados"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ninguno marcado: los del plan."),
    )
    availability = forms.DecimalField(
        label=_("Disponibilidad acordada, %"), required=False, min_value=0, max_value=100, decimal_places=4, max_digits=7
    )
    note = forms.CharField(label=_("Qué se acordó, en una frase"), required=False, max_length=300)
    targets_text = forms.CharField(label=_("Plazos acordados"), required=False, strip=False, max_length=20_000)

    class Meta:
        model = Contract
        fields = (
            *("reference", "plan", "state", "modality", "coverage", "starts_on", "ends_on"),
            *("went_live_on", "guarantee_until", "products", "scope"),
        )
        widgets = dict.fromkeys(("starts_on", "ends_on", "went_live_on", "guarantee_until"), DAY)

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.agreement = agreement
        self.faults: list[tuple[int, str]] = []
        self.overrides: dict[str, Any] = {}
        self._offer("plan", [("", _("Sin plan")), *((plan.id, plan.label) for plan in agreement.plans.values())])
        self._offer("modality", self._field_of_manual("modality") or MODALITIES)
        self._offer("coverage", self._field_of_manual("coverage") or COVERAGES)
        self._offer("scope", [(item.id, item.label) for item in agreement.catalogue.values()])
        self._offer("calendar", [("", _("El del plan")), *((one.id, one.label) for one in agreement.calendars.values())])
        self._offer("channels", [(one.id, one.label) for one in agreement.channels.values()])
        self.fields["products"].widget = forms.CheckboxSelectMultiple(choices=self.fields["products"].choices)  # type: ignore[attr-defined]
        self.fields["targets_text"].widget = forms.Textarea(attrs={"rows": 12, "class": "code", "spellcheck": "false", "wrap": "off"})
        self.fields["products"].label = _("Productos")
        self.fields["went_live_on"].help_text = ""
        self.fields["guarantee_until"].help_text = ""
        for name in ("scope", "products"):
            if not self.fields[name].choices:  # type: ignore[attr-defined]
                del self.fields[name]
        said = self.instance.overrides
        for name in OWN:
            self.fields[name].initial = said.get(name)
        self.fields["targets_text"].initial = self.instance.overrides_text or contract_text({"targets": said.get("targets", ())})

    def _offer(self, name: str, choices: Any) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _field_of_manual(self, name: str) -> list[tuple[str, Any]]:
        field = self.agreement.fields.get(name)
        return [("", _("Sin decir")), *((choice.id, choice.label) for choice in field.values.values())] if field else []

    def clean_targets_text(self) -> str:
        """Read the text as strictly as the manual is read."""
        text = str(self.cleaned_data["targets_text"]).replace("\r\n", "\n")
        try:
            self.overrides = read_contract(text, self.agreement)
        except Faults as refused:
            language = "en" if (get_language() or "es").startswith("en") else "es"
            self.faults = [(fault.line, fault.sentence(language).split(": ", 1)[-1]) for fault in refused.faults]
            raise forms.ValidationError([_("Línea %(line)s: %(what)s") % {"line": n, "what": what} for n, what in self.faults]) from refused
        return text

    def clean(self) -> dict[str, Any]:
        """Dates in their order; then the whole of what was agreed apart, once more, as the clocks will read it."""
        said = super().clean() or {}
        if said.get("starts_on") and said.get("ends_on") and said["ends_on"] < said["starts_on"]:
            self.add_error("ends_on", _("Termina antes de empezar."))
        if not self.faults:
            own: dict[str, Any] = {name: said.get(name) for name in OWN if said.get(name) not in (None, "", [])}
            if "availability" in own:
                own["availability"] = float(own["availability"])
            self.overrides = {**own, **self.overrides}
            try:
                self.agreement.terms(self.overrides)
            except Faults as refused:
                self.add_error(None, [str(line) for line in refused.lines()])
        return said

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        plain = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data and name != "products"}
        return {**plain, "overrides": self.overrides, "overrides_text": self.cleaned_data["targets_text"].strip()}
