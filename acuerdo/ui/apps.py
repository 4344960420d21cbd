"""Django application of the room."""

from django.apps import AppConfig

from acuerdo.ui.language import keep_by_thread, say_once
from acuerdo.ui.values import write_quickly


class UiConfig(AppConfig):
    """Base pages and components; no models."""

    name = "acuerdo.ui"
    label = "ui"

    def ready(self) -> None:
        """Say where Django keeps the language of now, that it looks words up once, and how templates write values."""
        keep_by_thread()
        say_once()
        write_quickly()
