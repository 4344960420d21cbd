"""Django application of the room."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base pages and components; no models."""

    name = "acuerdo.ui"
    label = "ui"
