"""Django application of the room."""

from django.apps import AppConfig


class TicketsConfig(AppConfig):
    """Cases."""

    name = "acuerdo.tickets"
    label = "tickets"
