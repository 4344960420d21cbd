"""Django application of the room."""

from django.apps import AppConfig


class SetupConfig(AppConfig):
    """Making desks; no models."""

    name = "acuerdo.setup"
    label = "setup"
