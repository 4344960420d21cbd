"""Where a case goes: to a person, a level, a status, its end."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, can_move, reachable
from acuerdo.people.models import Person, Team
from acuerdo.people.queries import away_on, day_of, staff
from acuerdo.tickets.actions.change_status import BY_HAND, FOR_OTHERS, Waits
from acuerdo.tickets.actions.close import MUTUAL, is_theirs_to_close
from acuerdo.tickets.forms.moments import day_field, moment_field, moment_in
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import Skill, Ticket

#: Cancelling stands beside the manual's reasons for closing.
CANCEL = "anular"


class AssignmentForm(VerbForm):
    """To whom the case goes; nobody is a choice too."""

    name = "assignment"
    heeds = frozenset({"assigned"})
    label, title, button, icon, key_of, stands_out = _("Asignar"), _("Asignar"), _("Asignar"), "user", "a", True
    to = forms.TypedChoiceField(label=_("Responsable"), choices=(), required=False, coerce=int, empty_value=None)
    team = forms.TypedChoiceField(label=_("Equipo"), choices=(), required=False, coerce=int, empty_value=None)
    note = forms.CharField(
        label=_("Qué debe saber quien lo recibe"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to", [("", _("Nadie todavía")), *people_offered(self.ticket)])
        teams = [(team.pk, team.name) for team in Team.objects.order_by("name")]
        self.offer("team", [("", _("Ningún equipo")), *teams])
        self.fields["team"].initial = self.ticket.team_id
        if not teams:
            del self.fields["team"]
        self.fields["to"].initial = self.ticket.assignee_id
        self.begins_at("to")

    def clean_to(self) -> Person | None:
        """The person chosen."""
        chosen = self.cleaned_data["to"]
        return Person.objects.get(pk=chosen) if chosen else None

    @property
    def team_given(self) -> tuple[bool, Team | None]:
        """Whether the form brought a team, and which; none is an answer too."""
        chosen = self.cleaned_data.get("team")
        return "team" in self.data and "team" in self.fields, Team.objects.get(pk=chosen) if chosen else None


def people_offered(ticket: Ticket) -> list[tuple[int, str]]:
    """Who can be given cases, those of its team first; each with what they know and, while away, who stands in."""
    away = away_on(day_of(timezone.now()))
    skills: dict[int, list[str]] = {}
    for name, who in Skill.objects.filter(people__isnull=False).values_list("name", "people"):
        skills.setdefault(who, []).append(name)
    mates = set(ticket.team.members.values_list("pk", flat=True)) if ticket.team else set()
    offered = []
    for person in sorted(staff(), key=lambda one: (one.pk not in mates, one.name)):
        said: list[object] = [person.name, *([", ".join(skills[person.pk])] if person.pk in skills else [])]
        if person.pk in away:
            stand_in = away[person.pk].substitute
            said.append(_("ausente; lo recibe %(name)s") % {"name": stand_in.name} if stand_in else _("ausente"))
        offered.append((person.pk, " · ".join(str(part) for part in said)))
    return offered


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
    whom = forms.CharField(label=_("A quién se espera"), required=False, max_length=120, help_text=_("El proveedor o el área."))
    expected = day_field(_("Se espera para"), required=False)
    reference = forms.CharField(label=_("Número o referencia de ellos"), required=False, max_length=80)
    planned = moment_field(_("Planeado para"), required=False, help_text=_("Entonces vuelve a atención y avisamos a quien lo tiene."))
    reason = forms.CharField(label=_("Motivo"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to", list(places_for(self.ticket, self.agreement)))
        self.begins_at("to")
        waits = {status for status in (Status.WAITING_INTERNAL, Status.WAITING_PROVIDER) if self.agreement.statuses[status].used}
        for name in ("whom", "expected", "reference") if not waits else ():
            del self.fields[name]
        if not self.agreement.statuses[Status.SCHEDULED].used:
            del self.fields["planned"]

    def clean_planned(self) -> datetime | None:
        """When, in the manual's hours."""
        said = self.cleaned_data["planned"]
        read = moment_in(said, self.agreement.zone) if said else None
        if said and read is None:
            raise forms.ValidationError(_("Esa fecha no se entiende. Escríbala de nuevo."))
        return read

    @property
    def chosen(self) -> tuple[Status, str]:
        """The status, and the stage of it where one was chosen."""
        status, _slash, stage = self.cleaned_data["to"].partition("/")
        return Status(status), stage

    @property
    def chosen_label(self) -> str:
        """The manual's name of what was chosen."""
        status, stage = self.chosen
        named = self.agreement.statuses[status]
        return named.stages[stage].label if stage else named.label

    @property
    def waits(self) -> Waits:
        """For whom or what it waits, as far as the chosen status waits for anybody."""
        said, status = self.cleaned_data, self.chosen[0]
        if status is Status.SCHEDULED:
            return Waits(planned=said.get("planned"))
        if status not in FOR_OTHERS:
            return Waits()
        return Waits(whom=said.get("whom", ""), expected=said.get("expected"), reference=said.get("reference", ""))

    @property
    def returns(self) -> list[str]:
        """The manual's reasons to give a case of this type back."""
        kind = self.agreement.types.get(str(self.ticket.facts.get("type", "")))
        return list(kind.returns.values()) if kind else []


def places_for(ticket: Ticket, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Where a person may put the case: a status, or a stage of one that the manual names, also of the status it is in."""
    for status in Status:
        named, here = agreement.statuses[status], ticket.state is status
        if status not in BY_HAND or not named.used or not (here or can_move(ticket.state, to=status)):
            continue
        if not here:
            yield status.value, named.label
        for stage in named.stages.values():
            if not (here and ticket.stage == stage.id):
                yield f"{status.value}/{stage.id}", f"{named.label} · {stage.label}"


class ClosureForm(VerbForm):
    """The manual's reasons for closing, cancelling, and a sentence."""

    name = "closure"
    heeds = frozenset({"customer_wrote", "status", "resolved", "reopened", "closed", "cancelled"})
    label, title, button, icon, key_of = _("Cerrar o anular"), _("Cerrar o anular"), _("Terminar el caso"), "archive", "c"
    closed_as = forms.ChoiceField(label=_("Cerrar como"), choices=())
    reason = forms.CharField(label=_("Motivo"), widget=forms.Textarea, required=False)
    article = forms.BooleanField(label=_("Merece un artículo"), required=False)
    article_words = forms.CharField(label=_("De qué trataría"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_left_to_others = self.person is not None and not is_theirs_to_close(self.ticket, self.person)
        may_close = can_move(self.ticket.state, to=Status.CLOSED) and not self.is_left_to_others
        reasons: list[tuple[str, Any]] = [one for one in self.agreement.closure.reasons.items() if may_close and one[0] != MUTUAL]
        if can_move(self.ticket.state, to=Status.CANCELLED):
            reasons.append((CANCEL, _("Anular: retirado, repetido o correo no deseado")))
        self.offer("closed_as", reasons)
        self.begins_at("closed_as")

    @property
    def why_not(self) -> list[Any]:
        """Why some ways to end it are not offered."""
        said: list[Any] = []
        if self.is_left_to_others:
            said.append(_("Este manual deja el cierre al cliente. Puede cerrarlo quien supervisa la mesa, o anularlo usted."))
        elif not can_move(self.ticket.state, to=Status.CLOSED):
            said.append(_("Nadie lo ha tomado todavía: por ahora solo se puede anular."))
        if MUTUAL in self.agreement.closure.reasons:
            named = {"reason": self.agreement.closure.reasons[MUTUAL]}
            said.append(_("«%(reason)s» necesita a las dos partes: use «Cerrar de mutuo acuerdo».") % named)
        return said
