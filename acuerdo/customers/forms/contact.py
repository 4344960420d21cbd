"""A contact of a customer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.customers.models import Contact


class ContactForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """Who they are, their level at the customer (of the manual's ladder), and whether they may report."""

    level = forms.ChoiceField(label=_("Nivel en el cliente"), required=False)

    class Meta:
        model = Contact
        fields = ("name", "email", "phone", "job_title", "level", "is_authorised", "organisation")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        steps = customer_levels()
        if steps:
            self.fields["level"].choices = [("", _("Sin nivel")), *steps]  # type: ignore[attr-defined]
        else:
            del self.fields["level"]
        if self.instance.organisation_id:
            del self.fields["organisation"]
        else:
            self.fields["organisation"].required = True
            self.fields["organisation"].label = _("Cliente")
        self.fields["is_authorised"].help_text = _("Sin esto, sus casos entran y se pide que los confirme quien sí lo está.")

    def clean_email(self) -> str:
        """Kept in lower case; one address is one contact."""
        email = str(self.cleaned_data["email"]).strip().lower()
        other = Contact.objects.select_related("organisation").filter(email=email).exclude(pk=self.instance.pk).first()
        if other is not None:
            whose = other.organisation.name if other.organisation else _("nadie todavía")
            raise forms.ValidationError(_("Ese correo ya es de %(name)s (%(whose)s).") % {"name": other.name, "whose": whose})
        return email

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}


def customer_levels() -> list[tuple[str, str]]:
    """The steps of the customers' own ladder in the manual in force (DIG-T3); none where it has none."""
    ladders = agreement_of(current_version()).levels.values()
    ladder = next((one for one in ladders if one.side == "customer"), None)
    return [(step.id, step.label) for step in ladder.steps.values()] if ladder else []
