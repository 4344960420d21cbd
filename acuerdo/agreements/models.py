"""A desk's manual, version by version. A published version never changes and carries its holiday dates (clocks.md 6)."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.core.errors import Refusal


class Unchangeable(Refusal):
    """A published version never changes and never goes."""

    code = "agreements.unchangeable"

    def __init__(self, version: object) -> None:
        super().__init__(f"{version} is published: publish another version instead.")


class ManualVersionQuerySet(models.QuerySet["ManualVersion"]):
    """Versions, read and added."""

    def update(self, **values: Any) -> int:
        """Never."""
        raise Unchangeable(self.model.__name__)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Never."""
        raise Unchangeable(self.model.__name__)


class ManualVersion(models.Model):
    """One published text."""

    manual = models.SlugField(_("manual"), max_length=40)
    version = models.CharField(_("versión"), max_length=20)
    title = models.CharField(_("título"), max_length=200)
    text = models.TextField(_("texto"))
    digest = models.CharField(max_length=64, help_text=_("SHA-256 del texto y de sus festivos."))
    holidays = models.JSONField(_("festivos"), help_text=_("País → fecha → nombre, resueltos al publicar por diez años."))
    effective_from = models.DateField(_("rige desde"))
    published_at = models.DateTimeField(_("publicado"))
    note = models.TextField(_("qué cambia"), blank=True, default="", help_text=_("Lo que dijo quien la publicó."))

    objects = ManualVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("versión del manual")
        verbose_name_plural = _("versiones del manual")
        ordering: ClassVar = ["effective_from", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(name="manual_version_once", fields=["manual", "version"])]

    def __str__(self) -> str:
        """The manual and its version."""
        return f"{self.manual} {self.version}"

    def save(self, *how: Any, **named: Any) -> None:
        """Insert it; raises Unchangeable for one that is there. The database refuses it too (desks.actions.grant)."""
        if not self._state.adding:
            raise Unchangeable(self)
        super().save(*how, **named)

    def delete(self, *how: Any, **named: Any) -> tuple[int, dict[str, int]]:
        """Never: cases are pinned to it."""
        raise Unchangeable(self)


class CustomField(models.Model):
    """A question of the desk's own, asked of cases of one type beside what the manual needs."""

    class Kind(models.TextChoices):
        """What may be answered."""

        TEXT = "text", _("Texto")
        NUMBER = "number", _("Número")
        DATE = "date", _("Fecha")
        CHOICE = "choice", _("Una de varias")
        BOOLEAN = "boolean", _("Sí o no")

    class Required(models.TextChoices):
        """Who must answer it, and when."""

        NOBODY = "", _("Nadie: es de llenar si se quiere")
        REPORT = "report", _("Quien reporta, al abrir el caso")
        SOLUTION = "solution", _("La mesa, antes de dar la solución")

    type = models.SlugField(_("tipo de caso"), max_length=40, blank=True, help_text=_("Vacío: todos los tipos."))
    name = models.SlugField(_("nombre corto"), max_length=40)
    label = models.CharField(_("pregunta"), max_length=120)
    hint = models.CharField(_("ayuda"), max_length=200, blank=True)
    kind = models.CharField(_("respuesta"), max_length=8, choices=Kind.choices, default=Kind.TEXT)
    choices = models.JSONField(_("opciones"), default=list, blank=True)
    required_for = models.CharField(_("obligatorio para"), max_length=8, choices=Required.choices, blank=True)
    order = models.PositiveSmallIntegerField(_("orden"), default=0)
    is_active = models.BooleanField(_("en uso"), default=True)

    class Meta:
        verbose_name = _("campo propio")
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(name="custom_field_once", fields=["type", "name"])]

    def __str__(self) -> str:
        """What is asked."""
        return self.label
