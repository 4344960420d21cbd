"""What is to be done to several cases at once."""

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status
from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.change_status import BY_HAND
from acuerdo.tickets.forms.facts import facts_of
from acuerdo.tickets.forms.many import OtherCase
from acuerdo.tickets.forms.moving import CANCEL
from acuerdo.tickets.models import Ticket

Choices = Sequence[tuple[str, Any]]


class SeveralForm(forms.Form):
    """One thing to do; a subclass names its fields. `agreement` is the manual in force, which gives the words."""

    name: ClassVar[str] = ""
    label: ClassVar[Any] = ""

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "auto_id": "several-%s", **kwargs})
        self.agreement = agreement
        for name, choices in self.choices().items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    def choices(self) -> dict[str, Any]:
        """What each choice offers."""
        return {}


class AssignSeveral(SeveralForm):
    """To whom they go."""

    name, label = "assign", _("Asignar")
    to = forms.TypedChoiceField(label=_("Responsable"), choices=(), required=False, coerce=int, empty_value=None)

    def choices(self) -> dict[str, Any]:
        """The desk's people, and nobody."""
        return {"to": [("", _("Nadie todavía")), *((person.pk, person.name) for person in staff())]}

    def clean_to(self) -> Person | None:
        """The person chosen."""
        return Person.objects.get(pk=self.cleaned_data["to"]) if self.cleaned_data["to"] else None


class StatusSeveral(SeveralForm):
    """The status they enter, and why."""

    name, label = "status", _("Cambiar estado")
    to = forms.ChoiceField(label=_("Pasar a"), choices=())
    reason = forms.CharField(label=_("Motivo"), required=False, max_length=300)

    def choices(self) -> dict[str, Any]:
        """Those entered by hand that the manual uses."""
        names = self.agreement.statuses
        return {"to": [(s.value, names[s.value].label) for s in Status if s in BY_HAND and names[s.value].used]}


class ClassifySeveral(SeveralForm):
    """One fact that is decided for all, and why."""

    name, label = "classify", _("Clasificar")
    fact = forms.ChoiceField(label=_("Dato"), choices=())
    reason = forms.CharField(label=_("Por qué cambia"), required=False, max_length=300)

    def choices(self) -> dict[str, Any]:
        """Every value of every fact, under the fact's name."""
        groups = ((label, [(f"{fact}={value}", words) for value, words in values]) for fact, label, values in facts_of(self.agreement))
        return {"fact": list(groups)}

    @property
    def facts(self) -> dict[str, str]:
        """The fact chosen, as the action takes it."""
        fact, _equals, value = str(self.cleaned_data["fact"]).partition("=")
        return {fact: value}


class CloseSeveral(SeveralForm):
    """How they end, and why."""

    name, label = "close", _("Cerrar o anular")
    closed_as = forms.ChoiceField(label=_("Cerrar como"), choices=())
    reason = forms.CharField(label=_("Motivo"), max_length=2000)

    def choices(self) -> dict[str, Any]:
        """The manual's reasons, and cancelling."""
        return {"closed_as": [*self.agreement.closure.reasons.items(), (CANCEL, _("Anular: retirado, repetido o correo no deseado"))]}


class ParentSeveral(SeveralForm):
    """The case they become children of."""

    name, label = "parent", _("Poner bajo un caso padre")
    other = forms.CharField(label=_("Número del caso padre"), max_length=12)

    def clean_other(self) -> Ticket:
        """The case of that number."""
        return OtherCase.clean_other(cast("OtherCase", self))


SEVERAL: dict[str, type[SeveralForm]] = {
    form.name: form for form in (AssignSeveral, StatusSeveral, ClassifySeveral, ParentSeveral, CloseSeveral)
}
