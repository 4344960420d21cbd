"""Reporting a case: a guided form that asks only what the manual demands of the type chosen, in the customer's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.queries import fields_for
from acuerdo.core.agreements import Agreement, CaseType, Choice, Need, needs_of, settle
from acuerdo.core.agreements.asking import holds
from acuerdo.portal.forms.points import Asked, answers_in, fields_of, for_files, partly, points_in, unanswered
from acuerdo.portal.forms.written import LONGEST_TEXT, Written
from acuerdo.tickets.forms.own_fields import answers_of, box_name, field_of

MISSING = _("Falta esto. Si no lo tiene, marque abajo que lo envíe así.")


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that the customer proposes: its box, and the manual's values."""

    box: forms.BoundField
    hint: str
    values: list[Choice]
    optional: bool
    known: str


class ReportForm(Written):
    """A new case. The manual says which types there are, what each asks, and which facts the customer proposes."""

    only_public = False
    #: Kinds of points that a field of the form's own answers.
    answered_by: ClassVar[Mapping[str, str]] = {"files": "files", "product": "product"}

    subject = forms.CharField(
        label=_("En una frase, ¿qué pasa?"),
        help_text=_("Como se lo diría a un compañero."),
        max_length=300,
        error_messages={"required": _("Escriba en una frase qué pasa. Por ejemplo, «El reporte de productividad no abre».")},
    )
    text = forms.CharField(
        label=_("Cuéntenos qué pasó"),
        help_text=_("Qué hizo usted, paso a paso, qué vio en la pantalla y qué esperaba ver."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea,
        error_messages={"required": _("Cuéntenos qué pasó. Por ejemplo, «Entro a Reportes y la pantalla queda en blanco».")},
    )
    without = forms.BooleanField(label=_("No tengo lo que falta: envíelo así"), required=False)

    def __init__(self, *args: Any, agreement: Agreement, known: Mapping[str, str], reach: str = "", **kwargs: Any) -> None:
        """`known`: what the desk knows already (the plan); `reach`: how the desk reaches whoever reports."""
        super().__init__(*args, **kwargs)
        self.agreement, self.known = agreement, known
        self._offer_type()
        self._offer_product()
        self._offer_facts()
        for need in self.needs:
            self.fields.update(fields_of(need, reach))
        self.own = fields_for(self.kind.id if self.kind else "", self.agreement)
        for one in self.own:
            self.fields[box_name(one)] = field = field_of(one, required=one.required_for == one.Required.REPORT)
            field.widget.attrs["class"] = "form-control"
        self._ask_in_its_words()

    @property
    def own_boxes(self) -> list[forms.BoundField]:
        """The desk's own questions."""
        return [self[box_name(one)] for one in self.own]

    @property
    def extra(self) -> dict[str, str]:
        """The answers to the desk's own questions."""
        return answers_of(self.own, self.cleaned_data)

    @property
    def types(self) -> list[CaseType]:
        """The types that may be chosen here."""
        return [kind for kind in self.agreement.types.values() if kind.customers and (kind.public or not self.only_public)]

    @cached_property
    def kind(self) -> CaseType | None:
        """The type chosen; the provisional one until something is."""
        names = [kind.id for kind in self.types]
        said = str(self.data.get("type") or self.initial.get("type") or self.agreement.intake.facts.get("type", ""))
        return self.agreement.types[said if said in names else names[0]] if names else None

    @cached_property
    def proposed(self) -> dict[str, str]:
        """The customer's own classification: what was chosen, of what was asked; before the form is checked as well."""
        said = {"type": self.kind.id} if self.kind else {}
        for name in ("product", *self.agreement.fields):
            value = str(self.data.get(name, ""))
            if name in self.fields and value in self.agreement.facts[name]:
                said[name] = value
        return said

    @property
    def facts(self) -> dict[str, str]:
        """The facts that the case would have."""
        return settle(self.agreement, {**self.agreement.intake.facts, **self.known}, self.proposed)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The points that the manual asks of such a case."""
        return needs_of(self.kind, self.facts)

    @property
    def questions(self) -> Iterator[Question]:
        """The facts to propose."""
        for field in self.agreement.fields.values():
            if field.id in self.fields:
                yield Question(self[field.id], field.hint, list(field.values.values()), field.optional, self.proposed.get(field.id, ""))

    @property
    def points(self) -> Iterator[Asked]:
        """The points that have fields of their own."""
        return points_in(self, self.needs)

    @property
    def wants_files(self) -> Need | None:
        """The point that files answer."""
        return for_files(self.needs)

    @property
    def answers(self) -> dict[str, Any]:
        """The points answered."""
        return answers_in(self.needs, self.cleaned_data)

    @property
    def whole_text(self) -> str:
        """The report, and under it what has no place among the answers."""
        rest = partly(self.needs, self.cleaned_data)
        return "\n\n".join([self.cleaned_data["text"], *(f"{question}\n{said}" for question, said in rest.items())])

    def put_off(self) -> None:
        """Judge nothing yet: other questions were asked for."""
        self._errors = ErrorDict()

    def clean(self) -> dict[str, Any]:
        """What the manual demands is there, or the customer says that it is not."""
        said = super().clean() or {}
        elsewhere = {kind for kind, field in self.answered_by.items() if said.get(field)}
        self.owed = unanswered(self.needs, answers_in(self.needs, said), elsewhere)
        if self.owed and not said.get("without"):
            for need in self.owed:
                self.add_error(self._box_of(need), MISSING)
        return said

    def _box_of(self, need: Need) -> str:
        own = next((name for name in self.fields if name == f"p-{need.id}" or name.startswith(f"p-{need.id}-")), "")
        return own or (need.ask.kind if need.ask.kind in self.fields else "text")

    def _offer_type(self) -> None:
        choices = [(kind.id, kind.plain or kind.label) for kind in self.types]
        self.fields["type"] = forms.ChoiceField(label=_("¿Qué necesita?"), choices=choices, required=False)

    def _offer_product(self) -> None:
        """A desk with one product does not ask."""
        products = [(product.id, product.label) for product in self.agreement.products.values()]
        if len(products) > 1:
            box = forms.Select(attrs={"class": "form-select"})
            choices = [("", _("No sé, o es otro")), *products]
            self.fields["product"] = forms.ChoiceField(label=_("¿Con qué producto?"), choices=choices, required=False, widget=box)

    def _offer_facts(self) -> None:
        facts = {**self.known, "type": self.kind.id if self.kind else ""}
        for field in self.agreement.fields.values():
            if field.question and all(holds(facts, *each) for each in field.when.items()):
                choices = [(value.id, value.plain or value.label) for value in field.values.values()]
                self.fields[field.id] = forms.ChoiceField(label=field.question, choices=choices, required=False)

    def _ask_in_its_words(self) -> None:
        """The text is asked as the type asks it."""
        for name, keep in (("subject", "report-subject"), ("text", "report-text")):
            self.fields[name].widget.attrs.update({"class": "form-control", "data-keep": keep})
        need = next((need for need in self.needs if need.ask.kind == "description"), None)
        if need is not None:
            self.fields["text"].label = need.question
            self.fields["text"].help_text = need.ask.hint


class PublicReportForm(ReportForm):
    """The same for anybody: with a name and an address, for what the manual takes from the public (PRO-A11, DIG-012)."""

    only_public = True
    answered_by: ClassVar[Mapping[str, str]] = {**ReportForm.answered_by, "contact": "email"}

    name = forms.CharField(label=_("¿Cómo se llama?"), max_length=160, error_messages={"required": _("Escriba su nombre.")})
    email = forms.EmailField(
        label=_("¿A qué correo le escribimos?"),
        max_length=254,
        error_messages={"required": _("Escriba su correo: por ahí le respondemos."), "invalid": _("Revise el correo: le falta algo.")},
    )
    #: People never see it, programs fill it in.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, hint in (("name", "name"), ("email", "email")):
            self.fields[name].widget.attrs.update({"class": "form-control w-m", "autocomplete": hint})
        for need in self.needs:
            if need.ask.kind == "contact":
                self.fields.pop(f"p-{need.id}", None)

    @property
    def answers(self) -> dict[str, Any]:
        """The points answered; the address answers how to reach them."""
        reach = {need.id: self.cleaned_data["email"] for need in self.needs if need.ask.kind == "contact"}
        return {**super().answers, **reach}

    def clean(self) -> dict[str, Any]:
        """A program's report is refused as one that lacks something."""
        said = super().clean() or {}
        if said.get("website"):
            self.add_error("text", _("No pudimos recibirlo. Escríbanos un correo."))
        return said
