"""What a customer answered to the survey of one closing."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.models import Ticket


class Rating(models.Model):
    """One answer a closing; a case that was reopened and closed again is asked again."""

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="ratings")
    closing = models.PositiveIntegerField(_("cierre"), help_text=_("Lugar del cierre en el registro del caso."))
    value = models.SlugField(_("respuesta"), max_length=40)
    comment = models.TextField(_("comentario"), blank=True)
    at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("calificación")
        verbose_name_plural = _("calificaciones")
        indexes: ClassVar = [models.Index(name="rating_when", fields=["at"])]
        constraints: ClassVar = [models.UniqueConstraint(name="rating_once", fields=["ticket", "closing"])]

    def __str__(self) -> str:
        """The answer, and to which case."""
        return f"{self.value} #{self.ticket_id}"
