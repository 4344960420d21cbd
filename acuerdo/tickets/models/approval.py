"""What a case waits to have approved: by a committee, or by its customer."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Approval(models.Model):
    """Something asked of somebody, and what they decided (SGM-025, SGM-029, DIG-061, DIG-062). Of each kind one is pending at most."""

    class Kind(models.TextChoices):
        """Who is asked: a committee of the provider, or the customer about a proposal or a quote."""

        COMMITTEE = "committee", _("Comité")
        CUSTOMER = "customer", _("Propuesta al cliente")
        QUOTE = "quote", _("Cotización al cliente")

    class Decision(models.TextChoices):
        """How it came out; withdrawn when the desk asks no longer, waived when the case needs no quote (SGM-A9)."""

        APPROVED = "approved", _("Aprobada")
        REJECTED = "rejected", _("No aprobada")
        WITHDRAWN = "withdrawn", _("Retirada")
        WAIVED = "waived", _("No hace falta")

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="approvals")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    of = models.CharField(_("a quién se pidió"), max_length=160)
    text = models.TextField(_("qué se pidió aprobar"))
    amount = models.CharField(_("valor"), max_length=60, blank=True, help_text=_("Como lo lee el cliente: $ 1.200.000 más IVA."))
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_for = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("motivo"), blank=True)
    minutes = models.CharField(_("acta"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("aprobación")
        verbose_name_plural = _("aprobaciones")
        ordering: ClassVar = ["asked_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="approval_pending_once", fields=["ticket", "kind"], condition=models.Q(decided_at=None)),
            models.CheckConstraint(
                name="approval_decided_at_is_set_with_decision",
                condition=models.Q(decision="", decided_at=None) | (~models.Q(decision="") & models.Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        """Of which case, and what kind."""
        return f"{self.kind} of {self.ticket_id}"

    @property
    def is_pending(self) -> bool:
        """Whether nobody has decided yet."""
        return not self.decision

    @property
    def is_the_customers(self) -> bool:
        """Whether the customer is the one to decide."""
        return self.kind != self.Kind.COMMITTEE
