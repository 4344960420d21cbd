"""Time on a case, and who is in copy."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.tickets.actions.enter_time import Spent
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import TimeEntry

#: So many of the customer's people are offered.
OFFERED = 200


class TimeForm(VerbForm):
    """How long, on what, which day, whether it is charged. `entry`: the one that is put right."""

    name = "time"
    label, title, button, icon = _("Anotar tiempo"), _("Tiempo dedicado"), _("Guardar"), "clock-plus"
    key_of = "t"
    hours = forms.IntegerField(label=_("Horas"), min_value=0, max_value=24, required=False)
    minutes = forms.IntegerField(label=_("Minutos"), min_value=0, max_value=59, required=False)
    activity = forms.ChoiceField(label=_("Actividad"), choices=TimeEntry.Activity.choices)
    day = forms.DateField(label=_("Día"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    billable = forms.BooleanField(label=_("Se le cobra al cliente"), required=False)
    note = forms.CharField(label=_("Nota"), max_length=300, required=False)

    def __init__(self, *args: Any, entry: TimeEntry | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        self.fields["day"].initial = timezone.now().astimezone(self.agreement.zone).date()
        if entry:
            hours, minutes = divmod(entry.minutes, 60)
            same = {name: getattr(entry, name) for name in ("activity", "day", "billable", "note")}
            self.initial = {"hours": hours, "minutes": minutes, **same}
        self.begins_at("hours")

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:  # noqa: ARG003  the others ask the case
        """Also on a case that has ended: work on it was done before."""
        return True

    def clean(self) -> dict[str, Any]:
        """Some time there must be, and no more than a day has."""
        said = super().clean() or self.cleaned_data
        total = 60 * (said.get("hours") or 0) + (said.get("minutes") or 0)
        if not 1 <= total <= 24 * 60:
            raise forms.ValidationError(_("Escriba cuánto tiempo fue: entre un minuto y un día."))
        if said.get("day") and said["day"] > timezone.now().astimezone(self.agreement.zone).date():
            raise forms.ValidationError(_("Ese día todavía no llega."))
        return said

    @property
    def spent(self) -> Spent:
        """What was said."""
        said = self.cleaned_data
        total = 60 * (said["hours"] or 0) + (said["minutes"] or 0)
        return Spent(total, TimeEntry.Activity(said["activity"]), said["day"], said["billable"], said["note"])


class CopyForm(VerbForm):
    """One of the customer's people who gets a copy of what is sent."""

    name = "copy"
    label, title, button, icon = _("Poner en copia"), _("Poner en copia a alguien del cliente"), _("Poner en copia"), "eye-plus"
    contact = forms.TypedChoiceField(label=_("Persona del cliente"), choices=(), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_customer = Contact.objects.filter(organisation__isnull=False, organisation=self.ticket.organisation)
        found = of_customer.exclude(pk=self.ticket.contact_id).order_by("name")[:OFFERED]
        self.offer("contact", [(each.pk, f"{each.name} · {each.email}") for each in found])
        self.begins_at("contact")

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the customer is known."""
        return to.ticket.is_open and to.ticket.organisation_id is not None
