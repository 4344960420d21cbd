"""Who follows a case without having it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Watcher(models.Model):
    """A person of the desk, or a contact of the case's customer in copy."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="watchers")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="watched")
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="watched")
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("seguidor")
        constraints: ClassVar = [
            models.UniqueConstraint(name="watcher_person_once", fields=["ticket", "person"]),
            models.UniqueConstraint(name="watcher_contact_once", fields=["ticket", "contact"]),
            models.CheckConstraint(
                name="watcher_is_one",
                condition=models.Q(person__isnull=False, contact__isnull=True) | models.Q(person__isnull=True, contact__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Who."""
        return f"{self.person_id or self.contact_id} watches {self.ticket_id}"
