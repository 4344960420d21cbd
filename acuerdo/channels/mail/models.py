"""A message as it came. It is kept whatever becomes of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.notifications.models import Security
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

    #: No message is larger, bytes.
    LARGEST: ClassVar[int] = 30 * 1024 * 1024

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


class Mailbox(models.Model):
    """A mailbox on another server, fetched by IMAP. The desk takes what arrives after it was connected, and on request what was there.

    `next_uid`: every message below it in the folder with `uid_validity` is dealt with, or has a row in Fetched that says it is not.
    """

    class After(models.TextChoices):
        """What is done on the server with a message that is stored here."""

        SEEN = "seen", _("Dejarlo en su carpeta, marcado como leído")
        MOVE = "move", _("Moverlo a otra carpeta")

    host = models.CharField(_("servidor"), max_length=253)
    port = models.PositiveIntegerField(_("puerto"), default=993)
    security = models.CharField(_("cifrado"), max_length=10, choices=Security.choices, default=Security.TLS)
    user = models.CharField(_("usuario"), max_length=254)
    password = models.TextField(help_text=_("Cifrada (desks/vault.py)."))
    folder = models.CharField(_("carpeta"), max_length=200, default="INBOX")
    after = models.CharField(_("después de guardarlo"), max_length=10, choices=After.choices, default=After.SEEN)
    moved_to = models.CharField(_("carpeta de lo ya recibido"), max_length=200, blank=True)
    takes_old = models.BooleanField(_("también lo que ya está en la carpeta"), default=False)
    is_active = models.BooleanField(_("en uso"), default=True)
    since = models.DateTimeField(_("conectado"))
    uid_validity = models.BigIntegerField(null=True)
    next_uid = models.BigIntegerField(default=0)
    looked_at = models.DateTimeField(_("se miró"), null=True)
    worked_at = models.DateTimeField(_("resultó"), null=True)
    problem = models.CharField(max_length=40, blank=True, help_text=_("Paso y motivo, como los nombra la prueba: login:refused."))
    detail = models.CharField(max_length=300, blank=True)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(null=True, help_text=_("Después de un fallo no se mira antes."))

    class Meta:
        verbose_name = _("buzón por IMAP")
        verbose_name_plural = _("buzones por IMAP")
        constraints: ClassVar = [
            models.CheckConstraint(name="mailbox_is_encrypted", condition=~models.Q(security="none")),
            models.UniqueConstraint(name="mailbox_once", fields=["host", "port", "user", "folder"]),
        ]

    def __str__(self) -> str:
        """Whose, where."""
        return f"{self.user} · {self.host}"


class Fetched(models.Model):
    """A message of a mailbox's folder that was taken, once. Written in the transaction that stores it, before the server is told."""

    mailbox = models.ForeignKey(Mailbox, models.CASCADE, related_name="fetched")
    uid_validity = models.BigIntegerField()
    uid = models.BigIntegerField()
    raw_mail = models.ForeignKey(RawMail, models.SET_NULL, null=True, related_name="fetched")
    problem = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, help_text=_("Cuándo se marcó o se movió en el servidor, o se dejó allí."))

    class Meta:
        verbose_name = _("mensaje traído")
        constraints: ClassVar = [models.UniqueConstraint(name="fetched_once", fields=["mailbox", "uid_validity", "uid"])]
        indexes: ClassVar = [models.Index(name="fetched_unsettled", fields=["mailbox"], condition=models.Q(settled_at=None))]

    def __str__(self) -> str:
        """Which."""
        return f"{self.mailbox_id}/{self.uid_validity}/{self.uid}"
