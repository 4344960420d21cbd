"""Django application of the room."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Notices and outgoing mail."""

    name = "acuerdo.notifications"
    label = "notifications"
