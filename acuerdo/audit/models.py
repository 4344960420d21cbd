"""Seals over the log, where they are sent, and what the checks found."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Seal(models.Model):
    """The heads of the chains that grew since the seal before, sealed together with it. The product may only add and read."""

    number = models.PositiveIntegerField(_("sello"), unique=True)
    at = models.DateTimeField(_("cuándo"))
    previous_hash = models.CharField(max_length=64, blank=True)
    heads = models.JSONField(help_text=_("Asunto, su número, posición y huella del último hecho de cada cadena."))
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("sello")
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        """Its number and how its hash begins."""
        return f"{self.number} {self.hash[:12]}"


class SealPlaces(models.Model):
    """Where each seal of this desk is sent: one row, made the first time somebody says it."""

    addresses = models.JSONField(_("direcciones"), default=list)
    mailed = models.PositiveIntegerField(_("último sello enviado"), null=True)

    class Meta:
        verbose_name = _("destinos del sello")

    def __str__(self) -> str:
        """The addresses."""
        return ", ".join(self.addresses)


class SelfCheck(models.Model):
    """One run of one check: what was looked at and what was not as it should be."""

    class Kind(models.TextChoices):
        """What is looked at."""

        CLOCKS = "clocks", _("Relojes")
        LOG = "log", _("Registro y sellos")
        GRANTS = "grants", _("Permisos del producto")
        MAIL = "mail", _("Correo")

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("En espera")
        RUNNING = "running", _("En curso")
        DONE = "done", _("Terminada")
        FAILED = "failed", _("No terminó")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_by = models.CharField(_("pedida por"), max_length=120, blank=True, help_text=_("Vacío: la de cada noche."))
    at = models.DateTimeField(_("cuándo"))
    checked = models.PositiveIntegerField(_("revisados"), default=0)
    total = models.PositiveIntegerField(_("por revisar"), default=0)
    differences = models.PositiveIntegerField(_("diferencias"), default=0)
    lines = models.JSONField(default=list, help_text=_("Las primeras diferencias: asunto y frase."))
    seconds = models.FloatField(_("segundos"), default=0)
    problem = models.TextField(_("problema"), blank=True)

    class Meta:
        verbose_name = _("revisión")
        indexes: ClassVar = [models.Index(name="self_check_of_kind", fields=["kind", "-at"])]

    def __str__(self) -> str:
        """Which check, when."""
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"

    def label(self) -> Any:
        """What is looked at, in words."""
        return self.Kind(self.kind).label

    @property
    def is_under_way(self) -> bool:
        """Whether its result is still to come."""
        return self.state in {self.State.WAITING, self.State.RUNNING}

    @property
    def is_good(self) -> bool:
        """Whether it ended and found nothing."""
        return self.state == self.State.DONE and not self.differences

    @property
    def percent(self) -> int:
        """How much of it is done, 0 to 100."""
        return min(100, 100 * self.checked // self.total) if self.total else 0
