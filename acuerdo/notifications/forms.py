"""How one wants to be told, and when one works."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Faults
from acuerdo.notifications.queries import DIGEST, EARLY, KINDS, MAIL, OFF, PAGE, digest_time, way_of
from acuerdo.people.models import Person
from acuerdo.people.queries import hours_of

WAYS = ((MAIL, _("Página y correo")), (DIGEST, _("Página y resumen diario")), (PAGE, _("Solo en la página")), (OFF, _("Nada")))
LABELS = {
    "assigned": _("Me asignan un caso"),
    "wrote": _("El cliente escribe en mi caso"),
    "reopened": _("Un caso vuelve, o el cliente objeta"),
    "decided": _("Se decide una aprobación en mi caso"),
    "clock": _("Un plazo está por vencer, o se venció"),
    "level": _("Un caso sube de nivel"),
    "rule": _("Una regla de escalamiento me nombra"),
    "progress": _("Avanza un caso crítico que el manual me pide seguir"),
    "task": _("Una tarea es mía"),
    "woken": _("Llega el día planeado de un caso"),
    "team": _("Llega un caso a mi equipo"),
    "mentioned": _("Me mencionan en una nota"),
    "watched": _("Se responde o se soluciona un caso que sigo"),
    "doubt": _("Falta encontrar el contrato de un caso"),
    "rated": _("Un cliente califica mal"),
}
#: The rows in which most people's week is told, as a manual writes them.
DAYS = (("mon-fri", _("Lunes a viernes")), ("sat", _("Sábado")), ("sun", _("Domingo")))


class NoticesForm(forms.Form):
    """One's own settings: a way for each kind, the digest's time, the working hours."""

    digest_at = forms.TimeField(label=_("Hora del resumen diario"), initial=EARLY, widget=forms.TimeInput({"type": "time"}, format="%H:%M"))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.person = person
        self.fields["digest_at"].initial = digest_time(person)
        for kind in KINDS:
            self.fields[f"kind-{kind}"] = forms.ChoiceField(label=LABELS[kind], choices=WAYS, initial=way_of(person, kind))
        for days, label in DAYS:
            hint = _("Como 08:00-17:00; vacío, ese día no trabaja.")
            hours = person.week.get(days, "")
            said = hours if isinstance(hours, str) else ", ".join(map(str, hours))
            self.fields[f"days-{days}"] = forms.CharField(label=label, required=False, initial=said, max_length=60, help_text=hint)

    def clean(self) -> dict[str, Any]:
        """Refuse hours that cannot be read."""
        said = super().clean() or {}
        other = {days: hours for days, hours in self.person.week.items() if days not in dict(DAYS)}
        written = {days: said.get(f"days-{days}", "").strip() for days, _label in DAYS}
        self.week = {**other, **{days: spans(hours) for days, hours in written.items() if hours}}
        try:
            hours_of(json.dumps(self.week))
        except Faults:
            self.add_error(None, _("Las horas se escriben como 08:00-17:00, o dos tramos con una coma: 08:00-12:00, 14:00-18:00."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """What is kept of the person."""
        ways = {kind: self.cleaned_data[f"kind-{kind}"] for kind in KINDS}
        told = {kind: way for kind, way in ways.items() if way != MAIL}
        digest = f"{self.cleaned_data['digest_at']:%H:%M}"
        return {"notices": {**told, "digest_at": digest}, "week": self.week}


def spans(hours: str) -> str | list[str]:
    """One interval as a text, several as a list."""
    parts = [part.strip() for part in hours.split(",") if part.strip()]
    return parts[0] if len(parts) == 1 else parts
