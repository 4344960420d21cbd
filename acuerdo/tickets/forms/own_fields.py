"""The desk's own questions as fields of a form: in a customer's report, and beside a case."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.models import CustomField
from acuerdo.agreements.queries import fields_for
from acuerdo.tickets.forms.verb import Occasion, VerbForm

Kind = CustomField.Kind


def box_name(own: CustomField) -> str:
    """What its box is called in a form."""
    return f"x-{own.name}"


def field_of(own: CustomField, *, required: bool, said: str = "") -> forms.Field:
    """A question as a field. `said`: what was answered before; it may stay though it is offered no more."""
    asked: dict[str, Any] = {"label": own.label, "help_text": own.hint, "required": required}
    offered = [*own.choices, *([said] if said and said not in own.choices else [])]
    if own.kind == Kind.NUMBER:
        return forms.DecimalField(**asked)
    if own.kind == Kind.DATE:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **asked)
    if own.kind == Kind.CHOICE:
        return forms.ChoiceField(choices=[("", "—"), *((one, one) for one in offered)], **asked)
    if own.kind == Kind.BOOLEAN:
        return forms.ChoiceField(choices=[("", "—"), ("si", _("Sí")), ("no", _("No"))], **asked)
    return forms.CharField(max_length=2000, **asked)


def answers_of(owns: Iterable[CustomField], said: Mapping[str, Any]) -> dict[str, str]:
    """What was answered, as text; an empty answer is none."""
    answers = {own.name: said.get(box_name(own)) for own in owns}
    return {name: str(value) for name, value in answers.items() if value not in (None, "")}


class FieldsForm(VerbForm):
    """The desk's own questions of a case, answered by its people."""

    name = "fields"
    label, title, button = _("Campos propios"), _("Campos de la mesa"), _("Guardar campos")
    icon = "forms"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = fields_for(str(self.ticket.facts.get("type", "")), self.agreement)
        for one in self.own:
            said = str(self.ticket.extra.get(one.name, ""))
            self.fields[box_name(one)] = field = field_of(one, required=False, said=said)
            field.initial = said

    @classmethod
    def template(cls) -> str:
        """The questions; `fields.html` is what other verbs draw their fields by."""
        return "tickets/own_fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """While the case is open; a desk without questions of its own says so."""
        return to.ticket.is_open

    @property
    def boxes(self) -> list[forms.BoundField]:
        """The questions."""
        return [self[box_name(one)] for one in self.own]

    @property
    def answers(self) -> dict[str, str]:
        """What is answered now."""
        return answers_of(self.own, self.cleaned_data)
