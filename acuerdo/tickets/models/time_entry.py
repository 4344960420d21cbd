"""Time that a person of the desk put into a case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class TimeEntry(models.Model):
    """Some minutes of one person on one day, and whether the customer pays for them."""

    class Activity(models.TextChoices):
        """What the time was spent on."""

        ANALYSIS = "analysis", _("Análisis y diagnóstico")
        SUPPORT = "support", _("Soporte al usuario")
        DEVELOPMENT = "development", _("Desarrollo")
        CONFIGURATION = "configuration", _("Configuración")
        TESTING = "testing", _("Pruebas")
        VISIT = "visit", _("Visita")
        MEETING = "meeting", _("Reunión")
        TRAINING = "training", _("Capacitación")
        DOCUMENTS = "documents", _("Documentación")
        OTHER = "other", _("Otra")

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="time_entries")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    activity = models.CharField(_("actividad"), max_length=20, choices=Activity.choices)
    minutes = models.PositiveIntegerField(_("minutos"))
    day = models.DateField(_("día"))
    billable = models.BooleanField(_("se cobra"), default=False)
    note = models.CharField(_("nota"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("tiempo dedicado")
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="time_entry_within_a_day", condition=models.Q(minutes__gte=1, minutes__lte=24 * 60))
        ]

    def __str__(self) -> str:
        """How much, when."""
        return f"{self.minutes} min {self.day}"
