"""A question of the desk's own."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.models import CustomField
from acuerdo.agreements.queries import agreement_of, current_version


class CustomFieldForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """What is asked, of which type of case, and what may be answered."""

    type = forms.ChoiceField(label=_("Tipo de caso"), required=False)
    choices_text = forms.CharField(
        label=_("Opciones"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Una por línea.")
    )

    class Meta:
        model = CustomField
        fields = ("label", "hint", "type", "kind", "required_for", "order", "is_active")

    field_order = ("label", "hint", "type", "kind", "choices_text", "required_for", "order", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        types = agreement_of(current_version()).types.values()
        self.fields["type"].choices = [("", _("Todos")), *((one.id, one.label) for one in types)]  # type: ignore[attr-defined]
        self.fields["choices_text"].initial = "\n".join(self.instance.choices)
        if self.instance.pk:  # answers that were given stay what they are
            self.fields["kind"].disabled = self.fields["type"].disabled = True

    def clean(self) -> dict[str, Any]:
        """One of several needs several; its short name is made of the question once, and never changes."""
        said = super().clean() or {}
        self.choices = list(dict.fromkeys(line.strip()[:120] for line in str(said.get("choices_text", "")).split("\n") if line.strip()))
        if said.get("kind") == CustomField.Kind.CHOICE and len(self.choices) < 2:  # noqa: PLR2004  a choice is of two at least
            self.add_error("choices_text", _("Escriba al menos dos opciones, una por línea."))
        if said.get("label") and not self.instance.name:
            name = slugify(said["label"])[:40].strip("-")
            if not name:
                self.add_error("label", _("Use letras o números."))
            elif CustomField.objects.filter(type__in=("", said.get("type", "")), name=name).exists():
                self.add_error("label", _("Ya hay una pregunta así para ese tipo."))
            self.instance.name = name
        return said

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        chosen = self.choices if self.cleaned_data["kind"] == CustomField.Kind.CHOICE else []
        return {**{name: self.cleaned_data[name] for name in self.Meta.fields}, "name": self.instance.name, "choices": chosen}
