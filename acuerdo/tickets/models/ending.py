"""What two sides agree, or do not, about the end of a case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Accord(models.Model):
    """A closing by mutual agreement: what the desk proposes, and what the customer answered, each with its time (SGM-036, SGM-A18)."""

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="accords")
    text = models.TextField(_("lo que se propone"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("propuesto"))
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    channel = models.SlugField(_("por dónde contestó"), max_length=20, blank=True)
    answer = models.TextField(_("lo que dijo el cliente"), blank=True)
    agreed = models.BooleanField(_("de acuerdo"), null=True)
    answered_at = models.DateTimeField(_("contestado"), null=True)

    class Meta:
        verbose_name = _("cierre de mutuo acuerdo")
        constraints: ClassVar = [
            models.UniqueConstraint(name="accord_one_open", fields=["ticket"], condition=models.Q(answered_at=None)),
            models.CheckConstraint(
                name="accord_answered_by_somebody",
                condition=models.Q(answered_at=None, agreed=None) | models.Q(answered_at__isnull=False, agreed__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Of which case."""
        return f"#{self.ticket_id}"


class Objection(models.Model):
    """A customer does not agree with a closing or with a recorded interval; the desk answers, and both stay on record (lifecycle.md)."""

    class About(models.TextChoices):
        """What is objected to."""

        CLOSING = "closing", _("El cierre del caso")
        TIME = "time", _("Los tiempos registrados")

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="objections")
    about = models.CharField(_("sobre"), max_length=10, choices=About.choices)
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    text = models.TextField(_("objeción"))
    at = models.DateTimeField(_("cuándo"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(_("respuesta"), blank=True)
    upheld = models.BooleanField(_("aceptada"), null=True)
    answered_at = models.DateTimeField(_("contestada"), null=True)

    class Meta:
        verbose_name = _("objeción")
        verbose_name_plural = _("objeciones")
        indexes: ClassVar = [models.Index(name="objection_open", fields=["at"], condition=models.Q(answered_at=None))]

    def __str__(self) -> str:
        """Its first words."""
        return self.text[:60]
