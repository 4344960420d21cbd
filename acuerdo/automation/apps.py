"""Django application of the room."""

from django.apps import AppConfig


class AutomationConfig(AppConfig):
    """Saved answers and recurring cases."""

    name = "acuerdo.automation"
    label = "automation"
