"""What is to be said to whom, and whether it was."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person


class Outgoing(models.Model):
    """A mail to one address. Its Message-ID is fixed here, before it is ever sent, so a repeat is the same message."""

    key = models.CharField(max_length=120, unique=True, help_text=_("Por qué se envía; lo mismo nunca se envía dos veces."))
    message_id = models.CharField(max_length=255, unique=True)
    subject_kind = models.CharField(max_length=20, blank=True)
    subject_id = models.BigIntegerField(null=True)
    sender = models.CharField(max_length=320)
    to = models.CharField(_("para"), max_length=254)
    reply_to = models.CharField(max_length=320, blank=True)
    subject = models.CharField(_("asunto"), max_length=400)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    attachments = models.JSONField(default=list, help_text=_("Nombre, tipo y lugar de cada archivo."))
    created_at = models.DateTimeField(_("creado"), auto_now_add=True)
    sent_at = models.DateTimeField(_("enviado"), null=True)
    refused_at = models.DateTimeField(_("rechazado"), null=True)
    problem = models.TextField(_("problema"), blank=True)

    class Meta:
        verbose_name = _("correo saliente")
        indexes: ClassVar = [
            models.Index(name="outgoing_waiting", fields=["created_at"], condition=models.Q(sent_at=None, refused_at=None)),
            models.Index(name="outgoing_of", fields=["subject_kind", "subject_id"]),
        ]

    def __str__(self) -> str:
        """What, to whom."""
        return f"{self.subject} → {self.to}"


class Notice(models.Model):
    """Something a person of the desk is told on their page."""

    key = models.CharField(max_length=120)
    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    text = models.CharField(_("aviso"), max_length=300)
    url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(_("cuándo"))
    read_at = models.DateTimeField(_("leído"), null=True)

    class Meta:
        verbose_name = _("aviso")
        constraints: ClassVar = [models.UniqueConstraint(name="notice_once", fields=["person", "key"])]
        indexes: ClassVar = [models.Index(name="notice_unread", fields=["person", "-created_at"], condition=models.Q(read_at=None))]

    def __str__(self) -> str:
        """Its text."""
        return self.text
