"""An organisation, and the mail domains whose senders are of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Organisation
from acuerdo.customers.queries import domain_refusal, normal_domain
from acuerdo.customers.wording import refused_domain
from acuerdo.people.queries import staff


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """Name, state, whose account it is, domains, notes."""

    domains = forms.CharField(
        label=_("Dominios de correo"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Uno por línea. Quien escribe desde ellos se reconoce como de este cliente."),
    )

    class Meta:
        model = Organisation
        fields = ("name", "state", "executive", "notes")
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}  # noqa: RUF012  Django's name

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        people = staff()
        self.fields["executive"].choices = [("", _("Nadie")), *((one.pk, one.name) for one in people)]  # type: ignore[attr-defined]
        if self.instance.pk:
            self.fields["domains"].initial = "\n".join(self.instance.domains.order_by("domain").values_list("domain", flat=True))

    def clean_domains(self) -> list[str]:
        """Refuse each domain that cannot be a customer's, with its reason."""
        lines = self.cleaned_data["domains"].replace(",", "\n").split("\n")
        found = list(dict.fromkeys(normal_domain(line) for line in lines if line.strip()))
        refused = [(name, domain_refusal(name, self.instance.pk)) for name in found]
        problems = [refused_domain(name, *why) for name, why in refused if why]
        if problems:
            raise forms.ValidationError([forms.ValidationError(problem) for problem in problems])
        return found

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
