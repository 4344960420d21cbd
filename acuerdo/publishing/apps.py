"""Django application of the room."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The published manual; no models."""

    name = "acuerdo.publishing"
    label = "publishing"
