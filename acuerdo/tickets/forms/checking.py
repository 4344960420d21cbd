"""Checklists of common incidents, and tasks."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.tickets.forms.moments import moment_field, moment_in
from acuerdo.tickets.forms.verb import Occasion, VerbForm


class ChecksForm(VerbForm):
    """An incident of the manual's table, whose checks are then made on the case."""

    name = "checks"
    label, title, button, icon = _("Lista de verificación"), _("Empezar una lista de verificación"), _("Empezar la lista"), "list-check"
    incident = forms.ChoiceField(label=_("Incidente"), choices=())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begun = set(self.ticket.checklists.values_list("incident", flat=True))
        cases = self.agreement.common_incidents.cases.values()
        groups = [(case.label, [(one.id, one.label) for one in case.incidents.values() if one.id not in begun]) for case in cases]
        self.offer("incident", [(label, ones) for label, ones in groups if ones])
        self.begins_at("incident")

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the manual has such a table."""
        return to.ticket.is_open and bool(to.agreement.common_incidents.cases)


class TaskForm(VerbForm):
    """Something to do on the case, by whom and until when."""

    name = "task"
    label, title, button, icon = _("Nueva tarea"), _("Nueva tarea"), _("Crear la tarea"), "checkbox"
    text = forms.CharField(label=_("Qué hay que hacer"), max_length=300)
    to = forms.TypedChoiceField(label=_("Quién"), choices=(), required=False, coerce=int, empty_value=None)
    due = moment_field(_("Para cuándo"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to", [("", _("Nadie todavía")), *((person.pk, person.name) for person in staff())])
        self.begins_at("text")

    def clean_to(self) -> Person | None:
        """The person chosen."""
        chosen = self.cleaned_data["to"]
        return Person.objects.get(pk=chosen) if chosen else None

    def clean_due(self) -> datetime | None:
        """When, in the manual's hours."""
        said = self.cleaned_data["due"]
        read = moment_in(said, self.agreement.zone) if said else None
        if said and read is None:
            raise forms.ValidationError(_("Esa fecha no se entiende. Escríbala de nuevo."))
        return read

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Also after the end: something may remain to be done; not where the case became part of another."""
        return to.ticket.merged_into_id is None
