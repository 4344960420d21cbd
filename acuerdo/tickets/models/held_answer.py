"""An answer that was sent and can still be taken back."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class HeldAnswer(models.Model):
    """A sending that waits a few seconds. Nothing of it has happened yet: no event, no mail, no clock knows it (docs/decisions/0013)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="held_answers")
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="held_answers")
    text = models.TextField()
    files = models.ManyToManyField(StoredFile, blank=True, related_name="+")
    then = models.CharField(max_length=20)
    milestones = models.JSONField(default=list, blank=True)
    carried = models.JSONField(default=list, blank=True, help_text=_("Lo que una respuesta guardada hace con el caso."))
    seen = models.CharField(max_length=12, blank=True, help_text=_("Hasta dónde del registro mostraba la página."))
    source = models.JSONField(default=dict, blank=True, help_text=_("Desde dónde se envió: ip, programme (INT-039)."))
    held_at = models.DateTimeField()
    leaves_at = models.DateTimeField()

    class Meta:
        verbose_name = _("respuesta por salir")
        ordering: ClassVar = ["leaves_at", "pk"]
        indexes: ClassVar = [models.Index(name="held_answer_leaves", fields=["leaves_at"])]

    def __str__(self) -> str:
        """Its first words."""
        return self.text[:60]
