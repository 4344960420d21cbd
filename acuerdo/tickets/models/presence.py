"""Who has a case open just now, so that two people do not answer it twice."""

from typing import ClassVar

from django.db import models

from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Presence(models.Model):
    """A person at a case, until `until` unless they are heard of again. The table is unlogged: a crash may forget it."""

    class Doing(models.TextChoices):
        """What they do there."""

        VIEWING = "viewing"
        ANSWERING = "answering"

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="presences")
    doing = models.CharField(max_length=10, choices=Doing.choices)
    until = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="presence_once", fields=["ticket", "person"])]

    def __str__(self) -> str:
        """Who does what where."""
        return f"{self.person_id} {self.doing} {self.ticket_id}"
