"""Django application of the room."""

from django.apps import AppConfig


class LiveConfig(AppConfig):
    """Live updates; no models."""

    name = "acuerdo.live"
    label = "live"
