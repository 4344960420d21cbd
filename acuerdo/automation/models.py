"""Saved answers, and cases that come back."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person, Team
from acuerdo.tickets.models import Ticket


class Macro(models.Model):
    """A text with variables, and what is done to the case when it is sent (`deeds`, as tickets.actions.carry reads them)."""

    class For(models.TextChoices):
        """Who has it at hand."""

        OWN = "own", _("Solo yo")
        TEAM = "team", _("Un equipo")
        DESK = "desk", _("Toda la mesa")

    title = models.CharField(_("título"), max_length=80)
    text = models.TextField(_("texto"), blank=True)
    deeds = models.JSONField(_("al enviar"), default=list, blank=True)
    visible_to = models.CharField(_("quién la usa"), max_length=4, choices=For.choices, default=For.OWN)
    owner = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="macros")
    team = models.ForeignKey(Team, models.CASCADE, null=True, blank=True, related_name="macros", verbose_name=_("equipo"))

    class Meta:
        verbose_name = _("respuesta guardada")
        ordering: ClassVar = ["title", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="macro_own_has_owner", condition=~models.Q(visible_to="own") | models.Q(owner__isnull=False)),
            models.CheckConstraint(name="macro_team_has_team", condition=~models.Q(visible_to="team") | models.Q(team__isnull=False)),
        ]

    def __str__(self) -> str:
        """Its title."""
        return self.title


class Recurring(models.Model):
    """A case that opens by itself on the days of a schedule (core.hours.recurrence)."""

    class Unit(models.TextChoices):
        """What is counted."""

        BUSINESS_DAYS = "business-days", _("días hábiles")
        WEEKS = "weeks", _("semanas")
        MONTHS = "months", _("meses")

    class Closed(models.TextChoices):
        """What becomes of a day on which the desk is closed."""

        NEXT = "next", _("pasa al día hábil siguiente")
        PREVIOUS = "previous", _("pasa al día hábil anterior")
        SKIP = "skip", _("ese día no se abre")

    subject = models.CharField(_("asunto"), max_length=300)
    text = models.TextField(_("texto"))
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+", verbose_name=_("a nombre de"))
    assignee = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("responsable"))
    facts = models.JSONField(_("clasificación"), default=dict, blank=True)
    every = models.PositiveSmallIntegerField(_("cada"), default=1)
    unit = models.CharField(_("de"), max_length=14, choices=Unit.choices, default=Unit.MONTHS)
    day = models.PositiveSmallIntegerField(_("día"), default=1, help_text=_("Del mes, 1 a 31; de la semana, 0 es lunes."))
    closed = models.CharField(_("si ese día no se atiende"), max_length=8, choices=Closed.choices, default=Closed.NEXT)
    starts_on = models.DateField(_("desde"))
    at = models.TimeField(_("hora"))
    #: Days before it are never opened: it is set when the schedule is made, and when it goes on after a rest.
    not_before = models.DateField()
    is_active = models.BooleanField(_("en marcha"), default=True)

    class Meta:
        verbose_name = _("caso recurrente")
        ordering: ClassVar = ["subject", "pk"]
        constraints: ClassVar = [models.CheckConstraint(name="recurring_every_something", condition=models.Q(every__gte=1, every__lte=366))]

    def __str__(self) -> str:
        """What it is about."""
        return self.subject


class Occurrence(models.Model):
    """A due day whose case was opened: once, whatever runs twice."""

    recurring = models.ForeignKey(Recurring, models.CASCADE, related_name="occurrences")
    due_on = models.DateField(_("día"))
    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="occurrence_once", fields=["recurring", "due_on"])]

    def __str__(self) -> str:
        """Which day of which."""
        return f"{self.recurring_id} {self.due_on}"
