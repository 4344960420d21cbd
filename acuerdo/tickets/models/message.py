"""What was said in a case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.core.mail import can_be_shown, has_form
from acuerdo.customers.models import Contact
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Message(models.Model):
    """Something said in a case, to the customer or among the desk's people."""

    class Kind(models.TextChoices):
        """Who speaks to whom."""

        CUSTOMER = "customer", _("Del cliente")
        ANSWER = "answer", _("Respuesta")
        NOTE = "note", _("Nota interna")
        SOLUTION = "solution", _("Solución")

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="messages", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    signature = models.TextField(blank=True, help_text=_("La firma de quien respondió, como era al enviarse."))
    quoted = models.TextField(blank=True, help_text=_("Lo que el mensaje citaba de otros anteriores."))
    html = models.TextField(blank=True, help_text=_("Como llegó; solo se muestra limpio y aparte."))
    evidence = models.JSONField(default=dict, blank=True)
    channel = models.SlugField(max_length=20, db_index=False)
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
    def signed(self) -> str:
        """What stands under it: the signature of who wrote it, else their name."""
        return self.signature or self.author_name

    @property
    def has_form(self) -> bool:
        """Whether its HTML shows more than its text says, and can be shown: only then is it worth a frame."""
        return has_form(self.html) and can_be_shown(self.html)
