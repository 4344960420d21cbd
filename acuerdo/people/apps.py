"""Django application of the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and sign-in."""

    name = "acuerdo.people"
    label = "people"
