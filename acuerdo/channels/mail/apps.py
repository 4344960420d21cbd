"""Django application of the room."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Mail in."""

    name = "acuerdo.channels.mail"
    label = "mail"
