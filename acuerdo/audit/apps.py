"""Django application of the room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Seals, checks, proofs and the audit page."""

    name = "acuerdo.audit"
    label = "audit"
