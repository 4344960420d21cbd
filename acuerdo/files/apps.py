"""Django application of the room."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Attachments."""

    name = "acuerdo.files"
    label = "files"
