"""Django application of the room."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The published manual, its drafts, and who accepted it."""

    name = "acuerdo.publishing"
    label = "publishing"
