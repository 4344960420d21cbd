"""The forms of a case: everything that can be done with it now, and the one that was refused, open, as it was filled in."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, may_answer, may_solve
from acuerdo.customers.models import Organisation
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person
from acuerdo.tickets.forms import (
    AnswerForm,
    AssignmentForm,
    CaseForm,
    ClassificationForm,
    ClosureForm,
    CustomerForm,
    LevelForm,
    NoteForm,
    SolutionForm,
    StatusForm,
)
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for

#: The names that a person without a customer is matched with are offered up to so many.
OFFERED = 300
FORMS: tuple[type[CaseForm], ...] = (
    AnswerForm,
    NoteForm,
    SolutionForm,
    ClassificationForm,
    AssignmentForm,
    LevelForm,
    StatusForm,
    ClosureForm,
    CustomerForm,
)


@dataclass(frozen=True, slots=True)
class Sending:
    """A way to send an answer: the status it leaves the case in, the button's words, and what it does to the clocks."""

    then: str
    words: str
    consequence: str


def verbs(ticket: Ticket, person: Person, refused: CaseForm | None) -> dict[str, Any]:
    """Give every form, and what may be done at all; nothing for those who only read."""
    if not may(person, WORK):
        return {"forms": None, "refused": None}
    agreement = agreement_for(ticket)
    forms: dict[str, CaseForm] = {form.name: form(ticket=ticket, agreement=agreement) for form in FORMS}
    if refused is not None:
        forms[refused.name] = refused
    return {
        "forms": forms,
        "refused": refused.name if refused is not None else "",
        "note_mode": (refused is not None and refused.name == NoteForm.name) or not may_answer(ticket.state),
        "may_answer": may_answer(ticket.state),
        "may_solve": may_solve(ticket.state),
        "sendings": sendings(ticket, agreement),
        "organisations": names_offered() if ticket.organisation_id is None else [],
    }


def sendings(ticket: Ticket, agreement: Agreement) -> tuple[Sending, ...]:
    """Give the ways to send an answer, the usual one first."""
    if ticket.state is Status.RESOLVED:
        stays = Sending(Status.IN_PROGRESS, _("Enviar"), _("El caso sigue en «%s».") % agreement.statuses[Status.RESOLVED].label)
        return stays, waiting(agreement, _("Enviar, reabrir y esperar al cliente"))
    if ticket.state is Status.WAITING_CUSTOMER:
        back = Sending(Status.IN_PROGRESS, _("Enviar y retomar"), _("Los relojes vuelven a correr."))
        return waiting(agreement, _("Enviar y seguir en espera")), back
    goes_on = Sending(Status.IN_PROGRESS, _("Enviar y seguir en atención"), _("La solución sigue corriendo."))
    return goes_on, waiting(agreement, _("Enviar y esperar al cliente"))


def waiting(agreement: Agreement, words: str) -> Sending:
    """Send and wait for the customer: say which clocks stand still, by the manual's names."""
    still = [f"«{rule.label}»" for rule in agreement.rules if Status.WAITING_CUSTOMER in rule.pauses_in]
    if not still:
        return Sending(Status.WAITING_CUSTOMER, words, _("Este manual no detiene ningún reloj por esperar."))
    return Sending(Status.WAITING_CUSTOMER, words, _("Al esperar se detiene %s.") % ", ".join(still))


def names_offered() -> list[str]:
    """Offer customers by name."""
    return list(Organisation.objects.order_by("name").values_list("name", flat=True)[:OFFERED])
