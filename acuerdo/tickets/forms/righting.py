"""Putting a case right: other terms, the time of an event, the state of a clock."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.models import ManualVersion
from acuerdo.core.clocks import STATES
from acuerdo.people.access import OVERSEE, may
from acuerdo.tickets.actions.put_right import correctable
from acuerdo.tickets.forms.moments import moment_field, moment_in
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.queries import folded
from acuerdo.tickets.wording import event_for_clocks, state_of_clock
from acuerdo.ui.moments import long


class TermsForm(VerbForm):
    """Another version of the manual, or another plan."""

    name = "terms"
    label, title = _("Reevaluar con otros términos"), _("Reevaluar con otros términos")
    button, icon = _("Reevaluar el caso"), "scale"
    version: Any = forms.ModelChoiceField(label=_("Versión del manual"), queryset=None, empty_label=None)
    plan = forms.ChoiceField(label=_("Plan"), choices=(), required=False)
    reason = forms.CharField(label=_("Motivo"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions = ManualVersion.objects.filter(manual=self.ticket.manual.manual).defer("text", "holidays").order_by("-effective_from")
        self.fields["version"].queryset = versions  # type: ignore[attr-defined]
        self.fields["version"].initial = self.ticket.manual_id
        self.offer("plan", [("", _("Sin plan")), *((plan.id, plan.label) for plan in self.agreement.plans.values())])
        self.fields["plan"].initial = self.ticket.facts.get("plan", "")

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """To those who watch over the desk."""
        return to.ticket.is_open and may(to.person, OVERSEE)


class CorrectionForm(VerbForm):
    """The time of an event, or the state of a clock; one of the two."""

    name = "correction"
    label, title, button, icon = _("Corregir un tiempo"), _("Corregir un tiempo"), _("Guardar la corrección"), "clock-edit"
    what = forms.ChoiceField(label=_("Qué se corrige"), choices=())
    time = moment_field(_("Hora correcta"), required=False, help_text=_("Para un hecho."))
    state = forms.ChoiceField(label=_("Estado correcto"), choices=(), required=False, help_text=_("Para un reloj."))
    reason = forms.CharField(label=_("Motivo"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now, zone = timezone.now(), self.agreement.zone
        events = [
            (f"event-{each.position}", f"{event_for_clocks(each, self.agreement)} · {long(each.at, now, zone)}")
            for each in correctable(self.ticket)
        ]
        clocks = [
            (f"clock-{each.cycle}-{each.id}", f"{each.label} · {state_of_clock(str(each.state))}") for each in folded(self.ticket, now)
        ]
        self.offer("what", [(str(_("La hora de un hecho")), events), (str(_("El estado de un reloj")), clocks)])
        self.offer(
            "state", [("", "—"), *((str(s), state_of_clock(str(s))) for s in sorted({s for known in STATES.values() for s in known}))]
        )

    def clean_time(self) -> datetime | None:
        """When, in the manual's hours."""
        said = self.cleaned_data["time"]
        read = moment_in(said, self.agreement.zone) if said else None
        if said and read is None:
            raise forms.ValidationError(_("Esa hora no se entiende. Escríbala de nuevo."))
        return read

    def clean(self) -> dict[str, Any]:
        """An event needs its time, a clock its state."""
        said = super().clean() or self.cleaned_data
        if said.get("what", "").startswith("event-") and not said.get("time") and "time" not in self.errors:
            self.add_error("time", _("Escriba la hora correcta del hecho."))
        if said.get("what", "").startswith("clock-") and not said.get("state"):
            self.add_error("state", _("Elija el estado correcto del reloj."))
        return said

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """To those who watch over the desk, also after the end."""
        return may(to.person, OVERSEE)
