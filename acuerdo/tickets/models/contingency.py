"""A failure of the desk's main channel: while it lasts cases come in by other ways, and are entered later (DIG-006, DIG-A7)."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person


class Contingency(models.Model):
    """One failure, from its true beginning to its end; at most one goes on at a time."""

    starts_at = models.DateTimeField(_("desde"))
    ends_at = models.DateTimeField(_("hasta"), null=True, blank=True)
    # Beside `ends_at`, so that the database itself holds «one at a time».
    is_over = models.BooleanField(default=False)
    reason = models.CharField(_("motivo"), max_length=300)
    notice = models.TextField(_("aviso a los clientes"), blank=True)
    declared_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("contingencia")
        ordering: ClassVar = ["-starts_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_contingency_goes_on", fields=["is_over"], condition=models.Q(is_over=False)),
            models.CheckConstraint(
                name="contingency_ends_after_its_start", condition=models.Q(ends_at=None) | models.Q(ends_at__gte=models.F("starts_at"))
            ),
        ]

    def __str__(self) -> str:
        """Why."""
        return self.reason
