"""What somebody still has to do on a case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Task(models.Model):
    """A task of the desk's people on a case; `due_at` is a date agreed among them, no promise to the customer."""

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="tasks")
    text = models.CharField(_("qué hay que hacer"), max_length=300)
    assignee = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="tasks")
    due_at = models.DateTimeField(_("para cuándo"), null=True, blank=True)
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("tarea")
        ordering: ClassVar = ["created_at", "pk"]
        indexes: ClassVar = [
            models.Index(name="task_open_of", fields=["assignee", "due_at"], condition=models.Q(done_at=None)),
        ]

    def __str__(self) -> str:
        """What is to be done."""
        return self.text

    @property
    def is_done(self) -> bool:
        """Whether somebody did it."""
        return self.done_at is not None
