"""Django application of the room."""

from django.apps import AppConfig


class DesksConfig(AppConfig):
    """Desks, in the public schema."""

    name = "acuerdo.desks"
    label = "desks"
