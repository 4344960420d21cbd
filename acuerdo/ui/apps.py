"""Django application of the room."""

from django.apps import AppConfig

from acuerdo.ui.drawing import draw_quickly
from acuerdo.ui.finding import find_quickly
from acuerdo.ui.language import keep_by_thread, say_once
from acuerdo.ui.values import write_quickly


class PartsOfPages(AppConfig):
    """Template-partials without its own, which loads Django's administration; what that does besides, the settings do (TEMPLATES)."""

    name = "template_partials"
    default = False  # of this room: that is the next one


class UiConfig(AppConfig):
    """Base pages and components; no models."""

    name = "acuerdo.ui"
    label = "ui"

    def ready(self) -> None:
        """Say where Django keeps the language of now, how it finds words, and how templates are drawn."""
        keep_by_thread()
        say_once()
        write_quickly()
        find_quickly()
        draw_quickly()
