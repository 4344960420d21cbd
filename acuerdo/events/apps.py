"""Django application of the room."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """The event log."""

    name = "acuerdo.events"
    label = "events"
