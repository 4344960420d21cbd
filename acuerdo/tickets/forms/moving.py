"""Where a case goes: to a person, a level, a status, its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, can_move, reachable
from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.change_status import BY_HAND
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import Ticket

#: Cancelling stands beside the manual's reasons for closing.
CANCEL = "anular"


class AssignmentForm(VerbForm):
    """To whom the case goes; nobody is a choice too."""

    name = "assignment"
    heeds = frozenset({"assigned"})
    label, title, button, icon, key_of, stands_out = _("Asignar"), _("Asignar"), _("Asignar"), "user", "a", True
    to = forms.TypedChoiceField(label=_("Responsable"), choices=(), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(person.pk, person.name) for person in staff()]
        self.offer("to", [("", _("Nadie todavía")), *people])
        self.fields["to"].initial = self.ticket.assignee_id
        self.begins_at("to")

    def clean_to(self) -> Person | None:
        """The person chosen."""
        chosen = self.cleaned_data["to"]
        return Person.objects.get(pk=chosen) if chosen else None


class LevelForm(VerbForm):
    """A level that the ladder reaches from here, and why."""

    name = "level"
    heeds = frozenset({"level_raised"})
    label, title, button, icon, key_of, stands_out = _("Escalar"), _("Escalar"), _("Escalar"), "stairs-up", "e", True
    level = forms.ChoiceField(label=_("Subir a"), choices=(), required=False)
    reason = forms.CharField(label=_("Motivo"), widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ladder = self.agreement.ladder
        self.offer("level", [(step, ladder.steps[step].label) for step in steps_from(self.ticket, self.agreement)] if ladder else [])
        self.begins_at("level")

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """While the ladder reaches a level from here."""
        return to.ticket.is_open and bool(steps_from(to.ticket, to.agreement))


def steps_from(ticket: Ticket, agreement: Agreement) -> tuple[str, ...]:
    """The levels that the manual's ladder reaches from where a case is."""
    return tuple(reachable(agreement.ladder.rungs, ticket.level)) if agreement.ladder else ()


class StatusForm(VerbForm):
    """A status entered by hand, and why."""

    name = "status"
    heeds = frozenset({"status", "resolved", "reopened", "closed", "cancelled"})
    label, title, button, icon = _("Cambiar estado"), _("Cambiar estado"), _("Cambiar estado"), "progress-check"
    to = forms.ChoiceField(label=_("Pasar a"), choices=())
    reason = forms.CharField(label=_("Motivo"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = self.agreement.statuses
        usable = (s for s in Status if s in BY_HAND and can_move(self.ticket.state, to=s) and names[s.value].used)
        self.offer("to", [(status.value, names[status.value].label) for status in usable])
        self.begins_at("to")

    @property
    def returns(self) -> list[str]:
        """The manual's reasons to give a case of this type back."""
        kind = self.agreement.types.get(str(self.ticket.facts.get("type", "")))
        return list(kind.returns.values()) if kind else []


class ClosureForm(VerbForm):
    """The manual's reasons for closing, cancelling, and a sentence."""

    name = "closure"
    heeds = frozenset({"customer_wrote", "status", "resolved", "reopened", "closed", "cancelled"})
    label, title, button, icon, key_of = _("Cerrar o anular"), _("Cerrar o anular"), _("Terminar el caso"), "archive", "c"
    closed_as = forms.ChoiceField(label=_("Cerrar como"), choices=())
    reason = forms.CharField(label=_("Motivo"), widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may_close = can_move(self.ticket.state, to=Status.CLOSED)
        reasons: list[tuple[str, Any]] = list(self.agreement.closure.reasons.items()) if may_close else []
        if can_move(self.ticket.state, to=Status.CANCELLED):
            reasons.append((CANCEL, _("Anular: retirado, repetido o correo no deseado")))
        self.offer("closed_as", reasons)
        self.begins_at("closed_as")
