"""A case: what it is about, whose it is, where it stands."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.models import ManualVersion
from acuerdo.core.tickets import Place, Status, is_open
from acuerdo.customers.models import Contact, Contract, Organisation, Product
from acuerdo.people.models import Person, Team
from acuerdo.tickets.models.contingency import Contingency


class Counter(models.Model):
    """The last number given. Its row is locked by the transaction that opens a case: no number twice, none lost."""

    name = models.CharField(max_length=20, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        """What it counts."""
        return f"{self.name}: {self.last}"


class Ticket(models.Model):
    """A case. Manual version and contract terms are pinned at opening (clocks.md 6)."""

    number = models.PositiveIntegerField(_("número"), unique=True)
    subject = models.CharField(_("asunto"), max_length=300)
    status = models.CharField(_("estado"), max_length=20, default=Status.NEW.value)
    manual = models.ForeignKey(ManualVersion, models.PROTECT, related_name="+")
    # Without an index of its own where one below begins with it.
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="tickets", db_index=False)
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, blank=True, related_name="tickets")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="tickets", db_index=False)
    doubt = models.CharField(_("duda sobre el contrato"), max_length=12, blank=True)
    overrides = models.JSONField(_("acordado aparte"), default=dict, blank=True)
    # Items of the catalogue that its contract includes; like its terms, those of the day the case was opened (SGM-A9).
    scope = models.JSONField(_("incluido en el contrato"), default=list, blank=True)
    facts = models.JSONField(_("clasificación"), default=dict)
    proposed = models.JSONField(_("clasificación del cliente"), default=dict, blank=True)
    # Point of the type's minimum information → state, what was said, by whom, when and why (core.agreements.information).
    information = models.JSONField(_("información mínima"), default=dict, blank=True)
    extra = models.JSONField(_("campos propios"), default=dict, blank=True)
    tags = ArrayField(models.CharField(max_length=40), verbose_name=_("etiquetas"), default=list, blank=True)
    # Whether somebody who may not report did, and whether who may has confirmed it: "", "asked", "given" (DIG-005).
    confirmation = models.CharField(_("confirmación del autorizado"), max_length=8, blank=True)
    contingency = models.ForeignKey(Contingency, models.PROTECT, null=True, blank=True, related_name="tickets")
    channel = models.SlugField(_("canal"), max_length=20, db_index=False)
    product = models.ForeignKey(Product, models.PROTECT, null=True, blank=True, related_name="tickets")
    level = models.SlugField(_("nivel"), max_length=40, blank=True, db_index=False)
    stage = models.SlugField(_("etapa"), max_length=40, blank=True, db_index=False)
    waits = models.JSONField(_("a quién espera"), default=dict, blank=True)
    scheduled_for = models.DateTimeField(_("planeado para"), null=True, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="tickets", verbose_name=_("equipo"))
    assignee = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="tickets")
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    # A parent's children are answered and solved with it; each keeps its own clocks.
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    # The case that stays, always the last of a chain: what was merged into a case that is merged itself points on.
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    opened_at = models.DateTimeField(_("abierto"))
    resolved_at = models.DateTimeField(_("solucionado"), null=True, blank=True)
    reopened_at = models.DateTimeField(_("reabierto"), null=True, blank=True, help_text=_("La última vez."))
    closed_at = models.DateTimeField(_("cerrado"), null=True, blank=True)
    closed_as = models.SlugField(_("motivo del cierre"), max_length=40, blank=True, db_index=False)
    customer_wrote_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    wrote_after_at = models.DateTimeField(_("escribió después de la solución"), null=True, blank=True)
    last_activity_at = models.DateTimeField(_("última actividad"))
    last_activity_by = models.CharField(max_length=120, blank=True)
    # The queue's order, kept by every save that can change it (core.tickets.rank).
    place = models.PositiveSmallIntegerField(default=Place.WITHOUT_CLOCK.value)
    place_key = models.BigIntegerField(default=0)
    # Of a running case the second since 1970 from which its next deadline is near (core.clocks.near), so that who counts reads no clock.
    near_key = models.BigIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("caso")
        verbose_name_plural = _("casos")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="ticket_closed_at_is_set_when_ended",
                condition=models.Q(status__in=["closed", "cancelled"], closed_at__isnull=False)
                | (~models.Q(status__in=["closed", "cancelled"]) & models.Q(closed_at=None)),
            ),
            models.CheckConstraint(
                name="ticket_resolved_at_is_set_when_resolved",
                condition=~models.Q(status="resolved") | models.Q(resolved_at__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                name="ticket_queue",
                fields=["place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            models.Index(
                name="ticket_queue_of",
                fields=["assignee", "place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            models.Index(
                name="ticket_queue_of_level",
                fields=["level", "place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            models.Index(
                name="ticket_queue_of_team",
                fields=["team", "place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            # Supervision counts what is due and whose it is: from this index alone, not from the cases.
            models.Index(
                name="ticket_due",
                fields=["place_key"],
                include=["near_key", "assignee", "level", "organisation"],
                condition=~models.Q(status__in=["closed", "cancelled"]) & models.Q(place=Place.RUNNING.value),
            ),
            models.Index(name="ticket_reopened", fields=["reopened_at"], condition=models.Q(reopened_at__isnull=False)),
            models.Index(name="ticket_scheduled", fields=["scheduled_for"], condition=models.Q(status="scheduled")),
            models.Index(
                name="ticket_queue_of_customer",
                fields=["organisation", "place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            models.Index(
                name="ticket_queue_of_nobody",
                fields=["place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]) & models.Q(assignee=None),
            ),
            models.Index(
                name="ticket_queue_of_status",
                fields=["status", "place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            models.Index(
                name="ticket_queue_of_reopened",
                fields=["place", "place_key", "number"],
                condition=~models.Q(status__in=["closed", "cancelled"]) & models.Q(reopened_at__isnull=False),
            ),
            # What is chosen of the facts (plan, type, priority …): `facts @> {"plan": "x"}` among what is open.
            GinIndex(
                name="ticket_open_facts",
                fields=["facts"],
                opclasses=["jsonb_path_ops"],
                condition=~models.Q(status__in=["closed", "cancelled"]),
            ),
            # The same among what has ended; written once, when a case ends.
            GinIndex(
                name="ticket_ended_facts",
                fields=["facts"],
                opclasses=["jsonb_path_ops"],
                condition=models.Q(status__in=["closed", "cancelled"]),
            ),
            # Whoever asks for a tag says that there is one: the many cases without any are not in it.
            GinIndex(name="ticket_tags", fields=["tags"], condition=~models.Q(tags=[])),
            models.Index(name="ticket_of_organisation", fields=["organisation", "-number"]),
            models.Index(name="ticket_of_contact", fields=["contact", "-number"]),
            # Of an ended case, too, one asks by what it came and where it was.
            models.Index(name="ticket_of_channel", fields=["channel"]),
            models.Index(name="ticket_of_level", fields=["level"]),
        ]

    def __str__(self) -> str:
        """As people name it."""
        return f"#{self.number}"

    @property
    def state(self) -> Status:
        """The status as the core knows it."""
        return Status(self.status)

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return is_open(self.state)
