"""What is to be done to several cases at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status
from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.change_status import BY_HAND, FOR_OTHERS, Waits
from acuerdo.tickets.actions.close import MUTUAL
from acuerdo.tickets.actions.tag import normal
from acuerdo.tickets.forms.facts import facts_of
from acuerdo.tickets.forms.many import OtherCase
from acuerdo.tickets.forms.moments import moment_field, moment_in
from acuerdo.tickets.forms.moving import CANCEL
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import tags_in_use

Choices = Sequence[tuple[str, Any]]


class SeveralForm(forms.Form):
    """One thing to do; a subclass names its fields. `agreement` is the manual in force, which gives the words."""

    name: ClassVar[str] = ""
    label: ClassVar[Any] = ""
    #: Fields that are asked for only with some choice of `to`.
    shown_for: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "auto_id": "several-%s", **kwargs})
        self.agreement = agreement
        for name, choices in self.choices().items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    def choices(self) -> dict[str, Any]:
        """What each choice offers."""
        return {}

    @property
    def boxes(self) -> list[tuple[forms.BoundField, str]]:
        """Each field, and with which choices it is asked for; always where that is ""."""
        return [(box, self.shown_for.get(box.name, "")) for box in self]


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
    """The status they enter, for whom or for when, and why."""

    name, label = "status", _("Cambiar estado")
    to = forms.ChoiceField(label=_("Pasar a"), choices=())
    whom = forms.CharField(label=_("A quién se espera"), required=False, max_length=120, help_text=_("El proveedor o el área."))
    planned = moment_field(_("Planeado para"), required=False, help_text=_("Entonces vuelven a atención y avisamos a quien los tiene."))
    reason = forms.CharField(label=_("Motivo"), required=False, max_length=300)
    shown_for: ClassVar = {"whom": "waiting_internal waiting_provider", "planned": Status.SCHEDULED.value}

    def choices(self) -> dict[str, Any]:
        """Those entered by hand that the manual uses."""
        names = self.agreement.statuses
        return {"to": [(s.value, names[s.value].label) for s in Status if s in BY_HAND and names[s.value].used]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [value for value, _label in self.choices()["to"]]
        for name in [name for name, values in self.shown_for.items() if not set(values.split()) & set(offered)]:
            del self.fields[name]

    def clean_planned(self) -> datetime | None:
        """When, in the manual's hours."""
        said = self.cleaned_data["planned"]
        return moment_in(said, self.agreement.zone) if said else None

    def clean(self) -> dict[str, Any]:
        """Ask once for what each case would be refused without."""
        said = super().clean() or {}
        if said.get("to") == Status.SCHEDULED and (said.get("planned") is None or said["planned"] <= timezone.now()):
            self.add_error("planned", _("Falta el día, o ya pasó. Escriba una fecha y hora por venir."))
        if said.get("to") in FOR_OTHERS and not str(said.get("whom", "")).strip():
            self.add_error("whom", _("Falta a quién se espera. Escríbalo: queda en el caso y en su cuenta de tiempos."))
        return said

    @property
    def waits(self) -> Waits:
        """For whom or for when they wait, as far as the chosen status does."""
        to = Status(self.cleaned_data["to"])
        if to is Status.SCHEDULED:
            return Waits(planned=self.cleaned_data["planned"])
        return Waits(whom=self.cleaned_data["whom"]) if to in FOR_OTHERS else Waits()


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
        """The manual's reasons that one side alone may give, and cancelling."""
        alone = [one for one in self.agreement.closure.reasons.items() if one[0] != MUTUAL]
        return {"closed_as": [*alone, (CANCEL, _("Anular: retirado, repetido o correo no deseado"))]}


class ParentSeveral(SeveralForm):
    """The case they become children of."""

    name, label = "parent", _("Poner bajo un caso padre")
    other = forms.CharField(label=_("Número del caso padre"), max_length=12)

    def clean_other(self) -> Ticket:
        """The case of that number."""
        return OtherCase.clean_other(cast("OtherCase", self))


class TagSeveral(SeveralForm):
    """Tags they get besides their own, and those they lose."""

    name, label = "tag", _("Etiquetar")
    add = forms.CharField(label=_("Añadir etiquetas"), required=False, max_length=1000)
    remove = forms.CharField(label=_("Quitar etiquetas"), required=False, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = tags_in_use()
        self.fields["add"].help_text = _("Separadas por comas. Son de la mesa; el cliente no las ve.")
        self.fields["remove"].help_text = _("En uso: %(tags)s") % {"tags": " · ".join(known)} if known else ""

    def clean(self) -> dict[str, Any]:
        """Something is to be added or taken away."""
        said = super().clean() or {}
        if not normal(str(said.get("add", "")).split(",")) and not normal(str(said.get("remove", "")).split(",")):
            self.add_error("add", _("Escriba al menos una etiqueta."))
        return said

    @property
    def tags(self) -> dict[str, list[str]]:
        """What the action takes."""
        return {name: normal(str(self.cleaned_data[name]).split(",")) for name in ("add", "remove")}


SEVERAL: dict[str, type[SeveralForm]] = {
    form.name: form for form in (AssignSeveral, StatusSeveral, ClassifySeveral, TagSeveral, ParentSeveral, CloseSeveral)
}
