"""What is promised to the customer: a date, and the replies of several points that the manual names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Reply
from acuerdo.core.tickets import Status
from acuerdo.events.models import Event
from acuerdo.tickets.actions.promise import dated
from acuerdo.tickets.actions.reply import Points, guided
from acuerdo.tickets.forms.moments import day_field
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, terms_of


class PromiseForm(VerbForm):
    """A date for a clock of the manual whose target is one."""

    name = "promise"
    label, title, button, icon = _("Prometer fecha"), _("Prometer una fecha"), _("Prometer la fecha"), "calendar-event"
    clock = forms.ChoiceField(label=_("Qué se promete"), choices=())
    day = day_field(_("Fecha"))
    reason = forms.CharField(
        label=_("Motivo"), required=False, max_length=300, help_text=_("Obligatorio al mover una fecha ya prometida. El cliente lo lee.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clocks = self.agreement.clocks
        self.offer("clock", [(clock, clocks[clock].label) for clock in dated(self.ticket, terms_of(self.ticket)) if clock in clocks])
        self.begins_at("day")

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where what the case is gives it a date to promise."""
        return to.ticket.is_open and to.ticket.state is not Status.RESOLVED and bool(dated(to.ticket, terms_of(to.ticket)))


@dataclass(frozen=True, slots=True)
class Part:
    """One reply in the form: its points as fields, and whether it stands open (the one that is due)."""

    reply: Reply
    fields: list[forms.BoundField]
    is_due: bool


class ReplyForm(VerbForm):
    """The replies of several points that the manual has for what the case is: the one that is due, and with it the next (INT-A3)."""

    name = "reply"
    label, title, button, icon = _("Diagnóstico y respuesta formal"), _("Respuesta con sus puntos"), _("Enviar al cliente"), "file-text"
    opening = forms.CharField(label=_("Saludo o introducción"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    then = forms.ChoiceField(label=_("Después de enviar"), choices=())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.replies = due(self.ticket, guided(self.agreement, self.ticket))
        names = self.agreement.statuses
        self.offer("then", [(each.value, names[each].label) for each in (Status.IN_PROGRESS, Status.WAITING_CUSTOMER)])
        for reply in self.replies:
            for point, label in reply.points.items():
                self.fields[f"{reply.id}-{point}"] = self.field_for(reply, point, label)

    def field_for(self, reply: Reply, point: str, label: str) -> forms.Field:
        """A point: a date, or words, begun with what the case brings."""
        if point in reply.promises:
            return day_field(label, required=False)
        return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}), initial=self.begun(reply, point))

    def begun(self, reply: Reply, point: str) -> str:
        """What the case itself says on a point."""
        what, facts = reply.filled.get(point, ""), self.ticket.facts
        if what == "number":
            return f"#{self.ticket.number}"
        names = ["type", *self.agreement.fields] if what == "classification" else [what] if what else []
        return ", ".join(self.agreement.label(name, str(facts[name])) for name in names if facts.get(name))

    @property
    def parts(self) -> Iterator[Part]:
        """Each reply with its fields; the first is the one that is due."""
        for place, reply in enumerate(self.replies):
            yield Part(reply, [self[f"{reply.id}-{point}"] for point in reply.points], place == 0)

    @property
    def points(self) -> list[Points]:
        """What is sent: the reply that is due, and the next one if anything of its own was written in it."""
        given = [(self.points_of(reply), reply) for reply in self.replies]
        return [points for place, (points, reply) in enumerate(given) if place == 0 or self.was_written(points, reply)]

    def points_of(self, reply: Reply) -> Points:
        """What was said on the points of one reply."""
        said = {point: self.cleaned_data.get(f"{reply.id}-{point}") for point in reply.points}
        days = {point: day for point, day in said.items() if point in reply.promises and day}
        return Points(
            reply=reply.id, said={p: str(text).strip() for p, text in said.items() if text and p not in reply.promises}, days=days
        )

    def was_written(self, points: Points, reply: Reply) -> bool:
        """Whether somebody wrote more than what the form began with."""
        return bool(points.days) or any(text != self.begun(reply, point) for point, text in points.said.items())

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the manual has such a reply for what the case is."""
        return to.ticket.is_open and bool(guided(to.agreement, to.ticket))


def due(ticket: Ticket, replies: list[Reply]) -> list[Reply]:
    """The replies whose milestone is not reached yet; the last one, to send it again, where all are."""
    log = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind="ticket.reached")
    reached = set(log.values_list("facts__milestone", flat=True))
    return [reply for reply in replies if reply.milestone not in reached] or replies[-1:]
