"""Noting a call about a case that exists."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import admits
from acuerdo.customers.models import Contact
from acuerdo.tickets.forms.caller import BY_THEMSELVES, IN_PERSON
from acuerdo.tickets.forms.moments import moment_field, moment_in
from acuerdo.tickets.forms.verb import Occasion, VerbForm

#: What arrives by itself needs no agent to note it.
WRITTEN = BY_THEMSELVES | {"email"}
#: What an agent is told where the manual names other ways for the case's plan and level (PRO-067).
NOT_ADMITTED = _("Con su plan y nivel, el manual no atiende este caso por: %(ways)s. Anote lo hablado igual; nada se pierde.")
#: So many of a customer's people are offered.
PEOPLE = 200


class CallForm(VerbForm):
    """Who called, when and by which way; what they said, and what they were answered."""

    name = "call"
    label, title, button, icon = _("Anotar una llamada"), _("Anotar una llamada o conversación"), _("Guardarla"), "phone"
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Quién"), empty_label=None)
    channel = forms.ChoiceField(label=_("Por dónde"))
    happened_at = moment_field(_("Cuándo"), help_text=_("La hora verdadera: desde ella cuenta."))
    said = forms.CharField(
        label=_("Qué dijo el cliente"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Queda como su mensaje: detiene recordatorios y cierres, y lo que esperaba por él sigue."),
    )
    answered = forms.CharField(
        label=_("Qué le respondió usted"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Cuenta como respuesta, y se lo enviamos también por correo."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [(way.id, way.label) for way in self.agreement.channels.values() if way.id not in WRITTEN]
        self.offer("channel", [*ways, (IN_PERSON, _("En persona"))])
        known = Contact.objects.filter(pk=self.ticket.contact_id)
        if self.ticket.organisation_id:
            known |= Contact.objects.filter(organisation=self.ticket.organisation_id)
        agreed = self.ticket.overrides.get("channels", ())
        refused = [label for way, label in ways if not admits(self.agreement, self.ticket.facts, way, agreed)]
        if refused:
            self.fields["channel"].help_text = NOT_ADMITTED % {"ways": ", ".join(refused)}
        people = list(known.order_by("name", "pk").values_list("pk", flat=True)[:PEOPLE])
        field: Any = self.fields["contact"]
        field.queryset = Contact.objects.filter(pk__in={*people, self.ticket.contact_id}).order_by("name", "pk")
        field.initial = self.ticket.contact_id
        self.fields["happened_at"].initial = timezone.now().astimezone(self.agreement.zone).strftime("%Y-%m-%dT%H:%M")

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Also once the case has ended: what a customer says then opens a follow-up."""
        return to.ticket.merged_into_id is None

    def clean_happened_at(self) -> datetime:
        """In the hours of the manual."""
        moment = moment_in(str(self.cleaned_data["happened_at"]), self.agreement.zone)
        if moment is None:
            raise forms.ValidationError(_("Escriba el día y la hora."))
        return min(moment, timezone.now()) if (moment - timezone.now()).total_seconds() < 60 else moment  # noqa: PLR2004  the minute that runs

    def clean(self) -> dict[str, Any]:
        """Somebody said something."""
        said = super().clean() or {}
        if not self.errors and not (said["said"].strip() or said["answered"].strip()):
            self.add_error("said", _("Escriba qué dijo el cliente, o qué le respondió usted."))
        return said
