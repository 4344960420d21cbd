"""Django application of the room."""

from django.apps import AppConfig


class CustomersConfig(AppConfig):
    """Customers."""

    name = "acuerdo.customers"
    label = "customers"
