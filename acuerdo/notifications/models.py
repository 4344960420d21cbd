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
    not_before = models.DateTimeField(_("no antes de"), null=True, help_text=_("Espera el horario de trabajo de quien lo recibe."))
    sent_at = models.DateTimeField(_("enviado"), null=True)
    refused_at = models.DateTimeField(_("rechazado"), null=True)
    problem = models.TextField(_("problema"), blank=True)

    class Meta:
        verbose_name = _("correo saliente")
        indexes: ClassVar = [
            models.Index(name="outgoing_waiting", fields=["created_at"], condition=models.Q(sent_at=None, refused_at=None)),
            models.Index(
                name="outgoing_held", fields=["not_before"], condition=models.Q(not_before__isnull=False, sent_at=None, refused_at=None)
            ),
            models.Index(name="outgoing_of", fields=["subject_kind", "subject_id"]),
        ]

    def __str__(self) -> str:
        """What, to whom."""
        return f"{self.subject} → {self.to}"


class Security(models.TextChoices):
    """How a conversation with a mail server is encrypted."""

    TLS = "tls", _("TLS desde el comienzo")
    STARTTLS = "starttls", _("STARTTLS")
    NONE = "none", _("Sin cifrado: solo dentro de una red propia")


class MailServer(models.Model):
    """The SMTP server that this desk's mails leave by, instead of the installation's; a desk has one or none."""

    #: The only key there is.
    ONLY: ClassVar[int] = 1

    host = models.CharField(_("servidor"), max_length=253)
    port = models.PositiveIntegerField(_("puerto"))
    security = models.CharField(_("cifrado"), max_length=10, choices=Security.choices)
    user = models.CharField(_("usuario"), max_length=254, blank=True)
    password = models.TextField(blank=True, help_text=_("Cifrada (desks/vault.py)."))
    changed_at = models.DateTimeField(_("cambiado"))

    class Meta:
        verbose_name = _("servidor de salida")
        constraints: ClassVar = [models.CheckConstraint(name="mail_server_is_one", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        """Where."""
        return f"{self.host}:{self.port}"


class Notice(models.Model):
    """Something a person of the desk is told on their page."""

    key = models.CharField(max_length=120)
    person = models.ForeignKey(Person, models.CASCADE, related_name="told")
    kind = models.CharField(max_length=40)
    text = models.CharField(_("aviso"), max_length=300)
    url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(_("cuándo"))
    read_at = models.DateTimeField(_("leído"), null=True)
    digest_at = models.DateTimeField(_("en el resumen de"), null=True, help_text=_("Cuándo va en el correo diario de resumen."))
    digested_at = models.DateTimeField(_("resumido"), null=True)

    class Meta:
        verbose_name = _("aviso")
        constraints: ClassVar = [models.UniqueConstraint(name="notice_once", fields=["person", "key"])]
        indexes: ClassVar = [
            models.Index(name="notice_unread", fields=["person", "-created_at"], condition=models.Q(read_at=None)),
            models.Index(name="notice_for_digest", fields=["digest_at"], condition=models.Q(digest_at__isnull=False, digested_at=None)),
        ]

    def __str__(self) -> str:
        """Its text."""
        return self.text


class Wording(models.Model):
    """The words of one kind of mail as a desk's administrator wrote them; the newest holds, the others are its history.

    Empty fields are the product's own text; a row that is all empty puts the product's text back. In them stand variables of a fixed
    list, `{{ caso.numero }}`, and nothing else: never a template of Django's.
    """

    template = models.SlugField(_("correo"), max_length=40)
    manual = models.SlugField(_("manual"), max_length=40)
    language = models.CharField(_("idioma"), max_length=2)
    subject = models.CharField(_("asunto"), max_length=300, blank=True)
    heading = models.CharField(_("título"), max_length=300, blank=True)
    opening = models.TextField(_("comienzo"), blank=True)
    ending = models.TextField(_("final"), blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("texto de correo")
        verbose_name_plural = _("textos de correo")
        indexes: ClassVar = [models.Index(name="wording_of", fields=["template", "manual", "language", "-id"])]

    def __str__(self) -> str:
        """Which words."""
        return f"{self.template} · {self.manual} · {self.language}"

    @property
    def is_product(self) -> bool:
        """Whether it puts the product's own text back."""
        return not (self.subject or self.heading or self.opening or self.ending)
