"""Every verb of a case with a body that is right, and how a page sends one."""

from django.urls import reverse

from acuerdo.tickets.models import Ticket

VERBS = {
    "answers": {"text": "Lo estamos viendo.", "then": "in_progress"},
    "notes": {"text": "Mirar el nodo 3."},
    "classification": {"fact-priority": "alto"},
    "assignment": {"to": ""},
    "level": {"level": "segundo-nivel", "reason": "Requiere base de datos"},
    "solution": {"text": "Ya transfiere.", "evidence-solucion": "Se corrigió el plan de marcado"},
    "status": {"to": "waiting_customer", "reason": "Faltan datos"},
    "closure": {"closed_as": "anular", "reason": "Repetido"},
    "customer": {"organisation": "Clínica Santa Aurelia"},
}


def post(client, verb, case, **said):
    """Send a form of the case's page."""
    return client.post(reverse(f"tickets:{verb}", args=[case.number]), said)


def again(case) -> Ticket:
    """The case as it is now."""
    return Ticket.objects.get(pk=case.pk)
