"""What a person has begun to write in a case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Draft(models.Model):
    """One person's unsent text and files in one case; they are there on any device, and gone when they were sent."""

    class Kind(models.TextChoices):
        """Where it is being written. A note never comes back as an answer."""

        ANSWER = "answer", _("Respuesta")
        NOTE = "note", _("Nota interna")
        SOLUTION = "solution", _("Solución")
        CUSTOMER = "customer", _("Del cliente")
        #: What was sent and came back. It lies apart until a page has shown it: what is typed there meanwhile does not write over it.
        RETURNED = "returned", _("Respuesta que volvió")

    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)
    files = models.ManyToManyField(StoredFile, blank=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("borrador")
        constraints: ClassVar = [models.UniqueConstraint(name="draft_once", fields=["person", "ticket", "kind"])]

    def __str__(self) -> str:
        """Its first words."""
        return self.text[:60]

    @property
    def mark(self) -> str:
        """As it is now: a page that shows it sends this along with what is typed there."""
        return f"{self.pk}.{self.saved_at.timestamp():.6f}"
