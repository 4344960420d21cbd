"""The checks of a common incident, as begun on a case (SGM-T4)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Checklist(models.Model):
    """An incident of the manual's table on a case, with its checks copied: a later version changes nothing of what was done."""

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="checklists")
    incident = models.SlugField(max_length=80)
    label = models.CharField(max_length=200)
    source = models.CharField(max_length=60, blank=True)
    begun_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lista de verificación")
        ordering: ClassVar = ["begun_at", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(name="checklist_once", fields=["ticket", "incident"])]

    def __str__(self) -> str:
        """Which incident."""
        return self.label


class Check(models.Model):
    """One thing to verify, once the one before it is (SGM-040). `when`: only then; it may be skipped as not applying."""

    class State(models.TextChoices):
        """What became of it."""

        DUE = "", _("Pendiente")
        DONE = "done", _("Verificado")
        SKIPPED = "skipped", _("No aplica")

    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="checks")
    place = models.PositiveSmallIntegerField()
    text = models.TextField()
    owner = models.CharField(max_length=120)
    side = models.CharField(max_length=10)
    when = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, blank=True)
    done_at = models.DateTimeField(null=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("qué encontró"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("verificación")
        verbose_name_plural = _("verificaciones")
        ordering: ClassVar = ["checklist", "place"]
        constraints: ClassVar = [models.UniqueConstraint(name="check_place_once", fields=["checklist", "place"])]

    def __str__(self) -> str:
        """What to verify."""
        return self.text

    @property
    def is_the_customers(self) -> bool:
        """Whether somebody of the customer does it."""
        return self.side == "customer"
