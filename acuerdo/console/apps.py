"""Django application of the room."""

from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    """The agents' pages."""

    name = "acuerdo.console"
    label = "console"
