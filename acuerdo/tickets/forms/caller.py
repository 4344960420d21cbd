"""Opening a case for somebody who called, came or wrote elsewhere."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.queries import fields_for
from acuerdo.core.agreements import Agreement, settle
from acuerdo.customers.models import Contact, Organisation
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.forms.facts import facts_of
from acuerdo.tickets.forms.own_fields import answers_of, box_name, field_of
from acuerdo.tickets.models import Contingency

#: Ways that bring their cases by themselves.
BY_THEMSELVES = frozenset({"web"})
IN_PERSON = "presencial"
SOMEBODY_NEW = "nuevo"
#: So many answers to questions of other types are carried along.
MOST_ASIDE = 40


class CallerForm(forms.Form):
    """Who called, by which way, when, and what about; the facts are the desk's from the beginning."""

    caller = forms.CharField(label=_("Quién reporta"), required=False, widget=forms.TextInput(attrs={"id": "who"}))
    name = forms.CharField(label=_("Nombre"), max_length=160, required=False)
    email = forms.EmailField(label=_("Correo"), max_length=254, required=False)
    organisation = forms.CharField(label=_("Cliente"), max_length=160, required=False)
    channel = forms.ChoiceField(label=_("Por dónde llegó"))
    happened_at = forms.DateTimeField(
        label=_("Cuándo"),
        help_text=_("La hora verdadera: los plazos corren desde ella."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local", "step": "60"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _("Escriba cuándo llamó o escribió."), "invalid": _("Escriba el día y la hora.")},
    )
    contingency = forms.ModelChoiceField(label=_("Llegó durante la contingencia"), queryset=Contingency.objects.none(), required=False)
    subject = forms.CharField(label=_("Asunto"), max_length=300, error_messages={"required": _("Escriba el asunto en una frase.")})
    text = forms.CharField(
        label=_("Qué contó"),
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Escriba qué contó quien reporta, con sus palabras.")},
    )

    def __init__(self, *args: Any, agreement: Agreement, contacts: Sequence[Contact], **kwargs: Any) -> None:
        """`contacts`: those found by what was searched; one of them, or somebody new, is the caller."""
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.agreement, self.contacts = agreement, {str(contact.pk): contact for contact in contacts}
        ways = [(way.id, way.label) for way in agreement.channels.values() if way.id not in BY_THEMSELVES]
        cast("forms.ChoiceField", self.fields["channel"]).choices = [*ways, (IN_PERSON, _("En persona"))]
        phone = next((way for way, _label in ways if way == "telefono"), IN_PERSON)
        self.fields["channel"].initial = phone
        self.fields["happened_at"].initial = timezone.now
        cast("forms.ModelChoiceField[Contingency]", self.fields["contingency"]).queryset = Contingency.objects.order_by("-starts_at")
        for fact, label, values in facts_of(agreement):
            field = forms.ChoiceField(label=label, choices=[("", _("Sin decidir")), *values], required=False)
            field.initial = agreement.intake.facts.get(fact, "")
            self.fields[f"fact-{fact}"] = field
        self.own = fields_for(self.decided.get("type", ""), agreement)
        self.fields.update({box_name(one): field_of(one, required=False) for one in self.own})

    @property
    def key(self) -> str:
        """What it asks for is done once."""
        return str(self.data.get("key") or secrets.token_urlsafe(12))

    @property
    def facts(self) -> list[forms.BoundField]:
        """The facts to decide."""
        return [self[name] for name in self.fields if name.startswith("fact-")]

    @property
    def own_boxes(self) -> list[forms.BoundField]:
        """The desk's own questions of a case of the type decided so far."""
        return [self[box_name(one)] for one in self.own]

    @property
    def put_aside(self) -> list[tuple[str, str]]:
        """What was answered to questions that the type now chosen does not ask; it comes back with the type."""
        asked = {box_name(one) for one in self.own}
        said = ((name, str(value)) for name, value in self.data.items() if name.startswith("x-") and name not in asked)
        return [(name, value) for name, value in said if value][:MOST_ASIDE]

    @property
    def decided(self) -> dict[str, str]:
        """What is decided so far, by the manual's names; also of a form that was not checked."""
        said = {name.removeprefix("fact-"): str(self[name].value() or "") for name in self.fields if name.startswith("fact-")}
        return {name: value for name, value in said.items() if value in self.agreement.facts[name]}

    def settled(self, known: Mapping[str, str]) -> dict[str, str]:
        """The facts that the case would have, with what the desk knows of its customer."""
        return settle(self.agreement, {**self.agreement.intake.facts, **known}, self.decided)

    @property
    def chosen(self) -> Contact | None:
        """The contact chosen, of those found."""
        return self.contacts.get(str(self["caller"].value() or ""))

    @property
    def moment(self) -> datetime | None:
        """When it happened, also of a form that was not checked."""
        try:
            return cast("datetime", self.fields["happened_at"].clean(self["happened_at"].value()))
        except forms.ValidationError:
            return None

    def put_off(self) -> None:
        """Judge nothing yet: somebody was looked for, or an effect asked for."""
        self._errors = ErrorDict()

    def clean(self) -> dict[str, Any]:
        """Somebody is chosen, or somebody new is named with an address."""
        said = super().clean() or {}
        if said.get("caller") == SOMEBODY_NEW:
            for name, words in (("name", _("Escriba el nombre.")), ("email", _("Escriba el correo: por ahí recibe el número del caso."))):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, words)
            self._find_organisation(said)
        elif self.chosen is None:
            self.add_error("caller", _("Busque y elija quién reporta, o diga que es alguien nuevo."))
        return said

    def _find_organisation(self, said: dict[str, Any]) -> None:
        name = str(said.get("organisation", "")).strip()
        found = Organisation.objects.filter(name__iexact=name).first() if name else None
        if name and found is None:
            self.add_error("organisation", _("No hay un cliente con ese nombre. Déjelo vacío si no lo sabe."))
        said["found"] = found

    def report(self) -> Report:
        """What a valid form says."""
        said = self.cleaned_data
        return Report(
            subject=said["subject"],
            text=said["text"],
            channel=said["channel"],
            proposed=self.decided,
            contingency=said["contingency"],
            extra=answers_of(self.own, said),
        )
