"""A case, what was said in it, and its clocks as last folded."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.models import ManualVersion
from acuerdo.core.mail import can_be_shown, has_form
from acuerdo.core.tickets import Place, Status, is_open
from acuerdo.customers.models import Contact, Contract, Organisation, Product
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person


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
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="tickets")
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, blank=True, related_name="tickets")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="tickets")
    doubt = models.CharField(_("duda sobre el contrato"), max_length=12, blank=True)
    overrides = models.JSONField(_("acordado aparte"), default=dict, blank=True)
    facts = models.JSONField(_("clasificación"), default=dict)
    proposed = models.JSONField(_("clasificación del cliente"), default=dict, blank=True)
    channel = models.SlugField(_("canal"), max_length=20)
    product = models.ForeignKey(Product, models.PROTECT, null=True, blank=True, related_name="tickets")
    level = models.SlugField(_("nivel"), max_length=40, blank=True)
    assignee = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="tickets")
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    opened_at = models.DateTimeField(_("abierto"))
    resolved_at = models.DateTimeField(_("solucionado"), null=True, blank=True)
    closed_at = models.DateTimeField(_("cerrado"), null=True, blank=True)
    closed_as = models.SlugField(_("motivo del cierre"), max_length=40, blank=True)
    customer_wrote_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    wrote_after_at = models.DateTimeField(_("escribió después de la solución"), null=True, blank=True)
    last_activity_at = models.DateTimeField(_("última actividad"))
    last_activity_by = models.CharField(max_length=120, blank=True)
    # The queue's order, kept by every save that can change it (core.tickets.rank).
    place = models.PositiveSmallIntegerField(default=Place.WITHOUT_CLOCK.value)
    place_key = models.BigIntegerField(default=0)

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
            models.Index(name="ticket_of_organisation", fields=["organisation", "-number"]),
            models.Index(name="ticket_of_contact", fields=["contact", "-number"]),
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


class Message(models.Model):
    """Something said in a case, to the customer or among the desk's people."""

    class Kind(models.TextChoices):
        """Who speaks to whom."""

        CUSTOMER = "customer", _("Del cliente")
        ANSWER = "answer", _("Respuesta")
        NOTE = "note", _("Nota interna")
        SOLUTION = "solution", _("Solución")

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    quoted = models.TextField(blank=True, help_text=_("Lo que el mensaje citaba de otros anteriores."))
    html = models.TextField(blank=True, help_text=_("Como llegó; solo se muestra limpio y aparte."))
    evidence = models.JSONField(default=dict, blank=True)
    channel = models.SlugField(max_length=20)
    at = models.DateTimeField()
    message_id = models.CharField(max_length=255, blank=True)
    files = models.ManyToManyField(StoredFile, blank=True, related_name="messages")

    class Meta:
        verbose_name = _("mensaje")
        ordering: ClassVar = ["at", "pk"]
        indexes: ClassVar = [
            models.Index(name="message_id", fields=["message_id"], condition=~models.Q(message_id="")),
            models.Index(name="message_of", fields=["ticket", "at"]),
        ]

    def __str__(self) -> str:
        """Its first words."""
        return self.text[:60]

    @property
    def is_public(self) -> bool:
        """Whether the customer sees it."""
        return self.kind != self.Kind.NOTE

    @property
    def author_name(self) -> str:
        """Who said it."""
        author = self.person or self.contact
        return author.name if author else ""

    @property
    def has_form(self) -> bool:
        """Whether its HTML shows more than its text says, and can be shown: only then is it worth a frame."""
        return has_form(self.html) and can_be_shown(self.html)


class Clock(models.Model):
    """One cycle of one clock as last folded: a cache that queues sort by and `acuerdo check clocks` compares (clocks.md 9)."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="clocks")
    clock = models.SlugField(max_length=40)
    cycle = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    target = models.CharField(max_length=60)
    calendar = models.CharField(max_length=60)
    printed = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=60, blank=True)
    is_estimated = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    elapsed = models.CharField(max_length=60, help_text=_("Fracción exacta, en la unidad de la meta."))
    remaining = models.CharField(max_length=60, blank=True)
    remaining_seconds = models.BigIntegerField(null=True, help_text=_("Lo que queda en segundos de su propio horario."))
    alarm_at = models.DateTimeField(null=True)
    told = models.JSONField(default=list, help_text=_("Partes de la meta ya avisadas."))

    class Meta:
        verbose_name = _("reloj")
        constraints: ClassVar = [models.UniqueConstraint(name="clock_once", fields=["ticket", "clock", "cycle"])]
        indexes: ClassVar = [
            models.Index(name="clock_alarm", fields=["alarm_at"], condition=models.Q(alarm_at__isnull=False)),
        ]

    def __str__(self) -> str:
        """Which clock of which case."""
        return f"{self.clock}/{self.cycle} of {self.ticket_id}"

    @property
    def is_promise(self) -> bool:
        """The provider's, not the customer's window."""
        return self.kind == "promise"

    @property
    def is_live(self) -> bool:
        """Still running or paused."""
        return self.stopped_at is None and self.state not in {"cancelled", "elapsed", "answered"}
