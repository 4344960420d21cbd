"""When somebody last looked at a case."""

from typing import ClassVar

from django.db import models

from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Seen(models.Model):
    """One row of a person and a case, written by what says that they are there (be_present): what happened later is unread."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="seen_once", fields=["person", "ticket"])]

    def __str__(self) -> str:
        """Who, which, when."""
        return f"{self.person_id} {self.ticket_id} {self.at}"
