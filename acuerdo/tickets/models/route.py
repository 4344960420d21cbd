"""To whom a new case goes: the desk's own rules, before what the manual says of its products."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Organisation
from acuerdo.people.models import Person, Team


class Skill(models.Model):
    """What some of the desk's people know well: a product, a database, a language."""

    slug = models.SlugField(_("nombre corto"), max_length=40, unique=True)
    name = models.CharField(_("nombre"), max_length=80)
    people = models.ManyToManyField(Person, blank=True, related_name="skills", verbose_name=_("personas"))

    class Meta:
        verbose_name = _("conocimiento")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        """Its name."""
        return self.name


class RoutingRule(models.Model):
    """The first rule that fits a case decides; what is empty asks for nothing. `shares`: it goes on to whom of the team has the fewest.

    `on`: when it is asked; `reached`: of what came up, only what came up to this level.
    """

    class On(models.TextChoices):
        """When a rule is asked."""

        ARRIVAL = "arrival", _("Al llegar, o al clasificarse sin que nadie lo tenga")
        RAISED = "raised", _("Al subir de nivel")
        BREACHED = "breached", _("Al vencerse un plazo")

    on = models.CharField(_("cuándo"), max_length=10, choices=On.choices, default=On.ARRIVAL)
    reached = models.SlugField(_("nivel al que subió"), max_length=40, blank=True)
    place = models.PositiveSmallIntegerField(_("orden"), default=0)
    type = models.SlugField(_("tipo"), max_length=40, blank=True)
    product = models.SlugField(_("producto"), max_length=40, blank=True)
    department = models.CharField(_("departamento"), max_length=40, blank=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("cliente"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("equipo"))
    level = models.SlugField(_("nivel"), max_length=40, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("persona"))
    skill = models.SlugField(_("conocimiento"), max_length=40, blank=True, help_text=_("Entre los del equipo, quien lo tiene."))
    shares = models.BooleanField(_("repartir"), default=False, help_text=_("A quien esté en turno y tenga menos casos abiertos."))

    class Meta:
        verbose_name = _("regla de reparto")
        verbose_name_plural = _("reglas de reparto")
        ordering: ClassVar = ["place", "pk"]

    def __str__(self) -> str:
        """What it asks for."""
        return " ".join(each for each in (self.type, self.product, self.department) if each) or "*"
