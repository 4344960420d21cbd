"""A message as it came. It is kept whatever becomes of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.models import Message, Ticket


class RawMail(models.Model):
    """One message, once: `key` is the same for every delivery of it (architecture.md, promises about mail)."""

    class State(models.TextChoices):
        """What was made of it."""

        STORED = "stored", _("Guardado")
        PROCESSED = "processed", _("Procesado")
        FAILED = "failed", _("No se pudo procesar")

    class Outcome(models.TextChoices):
        """What became of a processed one."""

        OPENED = "opened", _("Abrió un caso")
        JOINED = "joined", _("Se unió a un caso")
        NOTED = "noted", _("Nota de una persona de la mesa")
        BOUNCED = "bounced", _("Aviso de que un correo no llegó")
        OURS = "ours", _("Correo automático de la propia mesa")
        UNANSWERED = "unanswered", _("Respuesta automática a un aviso interno")

    key = models.CharField(max_length=64, unique=True)
    raw = models.BinaryField()
    envelope_from = models.CharField(max_length=320, null=True)  # "" is the null path of bounces, None is not known
    recipient = models.CharField(max_length=320, blank=True)
    received_at = models.DateTimeField(_("recibido"))
    state = models.CharField(_("estado"), max_length=10, choices=State.choices, default=State.STORED)
    outcome = models.CharField(_("resultado"), max_length=10, choices=Outcome.choices, blank=True)
    problem = models.TextField(_("problema"), blank=True)
    attempts = models.PositiveSmallIntegerField(_("intentos"), default=0)
    ticket = models.ForeignKey(Ticket, models.PROTECT, null=True, related_name="raw_mails")
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="raw_mails")

    class Meta:
        verbose_name = _("correo recibido")
        verbose_name_plural = _("correos recibidos")
        indexes: ClassVar = [
            models.Index(name="raw_mail_undone", fields=["received_at"], condition=~models.Q(state="processed")),
        ]

    def __str__(self) -> str:
        """Whose, and what became of it."""
        return f"{self.envelope_from or '<>'} → {self.recipient}: {self.state}"
