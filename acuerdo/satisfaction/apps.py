"""Django application of the room."""

from django.apps import AppConfig


class SatisfactionConfig(AppConfig):
    """The closing survey."""

    name = "acuerdo.satisfaction"
    label = "satisfaction"
