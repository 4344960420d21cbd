"""The supervision board's address, the cases that its links lead to, and when a case is due."""

from django.http import QueryDict

from acuerdo.console.queries import View, cases_of
from acuerdo.tickets.models import Ticket

BOARD = "/console/supervision/"


def numbers(person, query) -> list[int]:
    """The cases that a view's address leads to."""
    return sorted(cases_of(person, View.of(QueryDict(query.removeprefix("?")))).values_list("number", flat=True))


def place(case, at) -> None:
    """Let a case be due then; how a deadline comes about is not what is tried here."""
    Ticket.objects.filter(pk=case.pk).update(place=2, place_key=int(at.timestamp()))
