"""What can be done with a case: the composer, as it was filled in when it was refused, and the verbs that open in a dialog."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import ClockRule
from acuerdo.core.tickets import Status, may_answer
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.draft import COMPOSED, joined
from acuerdo.tickets.forms import AnswerForm, Blank, CaseForm, NoteForm, Occasion, offered, rarer
from acuerdo.tickets.models import Draft, Ticket
from acuerdo.tickets.queries import agreement_for

#: What is written on the case's own page.
FORMS: tuple[type[AnswerForm | NoteForm], ...] = (AnswerForm, NoteForm)


@dataclass(frozen=True, slots=True)
class Sending:
    """A way to send an answer: the status it leaves the case in, the button's words, and what it does to the clocks."""

    then: str
    words: str
    consequence: str


def verbs(ticket: Ticket, person: Person, refused: CaseForm | None, live: Sequence[ClockRule], *, has_drafts: bool) -> dict[str, Any]:
    """Give the composer and the verbs offered; nothing for those who only read.

    `live`: the clocks that have not stopped; `has_drafts`: whether this person has begun anything here.
    """
    if not may(person, WORK):
        return {"forms": None, "refused": None}
    agreement = agreement_for(ticket)
    shown = offered(Occasion(ticket, agreement, person))
    draft, came_back = begun(person, ticket) if has_drafts else (None, None)
    forms: dict[str, CaseForm | Blank] = {form.name: Blank(form, ticket, agreement, draft, came_back) for form in FORMS}
    if refused is not None:
        forms[refused.name] = refused
    return {
        "forms": forms,
        "refused": refused.name if refused is not None else "",
        "note_mode": note_first(ticket, refused, draft),
        "begun": joined(*(each.text for each in (draft, came_back) if each)),
        "shown": draft.mark if draft else "",
        "came_back": came_back,
        "may_answer": may_answer(ticket.state),
        "verbs": shown,
        "rarer": rarer(shown),
        "sendings": sendings(ticket, agreement, live),
    }


WRITTEN = Prepared(
    lambda: Draft.objects.filter(person=Given("person"), ticket=Given("ticket"), kind__in=(*COMPOSED, Draft.Kind.RETURNED)).order_by(
        "-saved_at"
    )
)


def begun(person: Person, ticket: Ticket) -> tuple[Draft | None, Draft | None]:
    """Give what the person has begun to write here, on whatever device, and what they sent and came back."""
    there = WRITTEN(person=person.pk, ticket=ticket.pk)
    came_back = next((each for each in there if each.kind == Draft.Kind.RETURNED), None)
    return next((each for each in there if each is not came_back), None), came_back


def note_first(ticket: Ticket, refused: CaseForm | None, draft: Draft | None) -> bool:
    """Say whether the composer opens for a note: what was begun as one, or refused as one, never becomes an answer by itself."""
    if not may_answer(ticket.state):
        return True
    if refused is not None:
        return refused.name == NoteForm.name
    return draft is not None and draft.kind == Draft.Kind.NOTE


def sendings(ticket: Ticket, agreement: Agreement, live: Sequence[ClockRule]) -> tuple[Sending, ...]:
    """Give the ways to send an answer, the usual one first."""
    if ticket.state is Status.RESOLVED:
        label = agreement.statuses[Status.RESOLVED].label
        stays = Sending(Status.IN_PROGRESS, _("Enviar"), _("El caso sigue en «%s».") % label)
        again = Sending(
            Status.WAITING_CUSTOMER, _("Enviar, reabrir y esperar al cliente"), _("Reabrir deja sin efecto la solución entregada.")
        )
        return stays, again
    if ticket.state is Status.WAITING_CUSTOMER:
        back = Sending(Status.IN_PROGRESS, _("Enviar y retomar"), _("Al retomar, los relojes vuelven a correr."))
        return Sending(Status.WAITING_CUSTOMER, _("Enviar y seguir en espera"), standing(live)), back
    goes_on = Sending(Status.IN_PROGRESS, _("Enviar y seguir en atención"), _("Los relojes siguen corriendo."))
    return goes_on, Sending(Status.WAITING_CUSTOMER, _("Enviar y esperar al cliente"), standing(live))


def standing(live: Sequence[ClockRule]) -> str:
    """Say which clocks stand still while the case waits for its customer, by the manual's names."""
    still = [_("«%(words)s»") % {"words": rule.label} for rule in live if Status.WAITING_CUSTOMER in rule.pauses_in]
    return _("Al esperar se detiene %s.") % ", ".join(still) if still else _("Ningún reloj se detiene por esperar.")
