"""What a case is: the facts that the desk decides, with the manual's criteria, and whose case it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Organisation
from acuerdo.tickets.forms.verb import Occasion, VerbForm

Choices = list[tuple[str, Any]]
#: So many customers are offered by name.
NAMES = 300


@dataclass(frozen=True, slots=True)
class Deciding:
    """One fact to decide: its box, what the customer proposed, and the manual's values with their criteria."""

    box: forms.BoundField
    proposed: str
    help: list[Any]
    #: What the manual's matrix gives with the facts as they are (DIG-A3).
    given: str = ""


class ClassificationForm(VerbForm):
    """Every fact that the desk decides: type, item, product and the manual's fields."""

    name = "classification"
    heeds = frozenset({"classified"})
    label, title, button, icon = _("Clasificar"), _("Clasificar"), _("Guardar clasificación"), "tag"
    reason = forms.CharField(label=_("Por qué cambia"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for fact, label, values in facts_of(self.agreement):
            field = forms.ChoiceField(label=label, choices=[("", _("Sin decidir")), *values], required=False)
            field.initial = self.ticket.facts.get(fact, "")
            self.fields[f"fact-{fact}"] = field
        self.begins_at(next((name for name in self.fields if name.startswith("fact-")), "reason"))

    @property
    def deciding(self) -> Iterator["Deciding"]:
        """Each fact with what the customer said and what the manual says."""
        matrix = self.agreement.matrix
        for fact, _label, _values in facts_of(self.agreement):
            said = str(self.ticket.proposed.get(fact, ""))
            known = criteria_of(self.agreement, fact)
            given = matrix.cell(self.ticket.facts) if fact == matrix.gives else ""
            proposed = self.agreement.label(fact, said) if said else ""
            yield Deciding(self[f"fact-{fact}"], proposed, known, self.agreement.label(fact, given) if given else "")

    @property
    def facts(self) -> dict[str, str]:
        """What was chosen, by the manual's name; facts that the form did not bring stay as they are."""
        said = self.cleaned_data
        return {name.removeprefix("fact-"): said[name] for name in said if name.startswith("fact-") and name in self.data}


def facts_of(agreement: Agreement) -> Iterator[tuple[str, Any, Choices]]:
    """The facts that a person decides, with their labels and values, in the order people think of them."""
    if agreement.types:
        yield "type", _("Tipo"), labelled(agreement.types)
    for field in agreement.fields.values():
        yield field.id, field.label, labelled(field.values)
    if agreement.catalogue:
        yield "item", _("Ítem del catálogo"), labelled(agreement.catalogue)
    if agreement.products:
        yield "product", _("Producto"), labelled(agreement.products)


def criteria_of(agreement: Agreement, fact: str) -> list[Any]:
    """The values of a fact for which the manual says when to choose them."""
    values: Mapping[str, Any] = agreement.types if fact == "type" else {}
    if fact in agreement.fields:
        values = agreement.fields[fact].values
    return [value for value in values.values() if value.criterion]


def labelled(values: Mapping[str, Any]) -> Choices:
    """Choices out of the manual's own names."""
    return [(name, value.label) for name, value in values.items()]


class CustomerForm(VerbForm):
    """The customer of a case that came from nobody known, by name."""

    name = "customer"
    label, title, button, icon = _("Asignar cliente"), _("¿De quién es este caso?"), _("Asignar cliente"), "building"
    organisation = forms.CharField(label=_("Cliente"), max_length=160)

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """While nobody knows whose it is."""
        return to.ticket.is_open and to.ticket.organisation_id is None

    @property
    def organisations(self) -> list[str]:
        """Customers offered by name."""
        return list(Organisation.objects.order_by("name").values_list("name", flat=True)[:NAMES])

    def clean_organisation(self) -> Organisation:
        """The customer of exactly this name; case does not matter."""
        name = self.cleaned_data["organisation"].strip()
        found = Organisation.objects.filter(name__iexact=name).first()
        if found is None:
            near = Organisation.objects.filter(name__icontains=name).order_by("name").values_list("name", flat=True)[:3]
            said = _("No hay un cliente con ese nombre.")
            raise forms.ValidationError(f"{said} {', '.join(near)}".strip() if near else said)
        return found
