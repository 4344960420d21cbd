"""What is learned from a case: the review after an incident, and what deserves an article."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Review(models.Model):
    """The review after an incident: causes, actions, proposals to automate (SOP-033, SOP-034). One a case, written over again."""

    #: The task that owes it, as it stands among the case's tasks until the review is written.
    OWED: ClassVar = "Escribir la revisión posterior al incidente"

    ticket = models.OneToOneField(Ticket, models.PROTECT, related_name="review")
    happened = models.TextField(_("qué pasó"))
    cause = models.TextField(_("causa"))
    actions = models.TextField(_("acciones"))
    proposals = models.TextField(_("qué se puede automatizar"), blank=True)
    owner = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(_("para cuándo"), null=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("revisión posterior")
        verbose_name_plural = _("revisiones posteriores")

    def __str__(self) -> str:
        """Of which case."""
        return f"#{self.ticket_id}"


class ArticleIdea(models.Model):
    """A case whose solution deserves an article, in words of who solved it (SOP-028); one a case."""

    ticket = models.OneToOneField(Ticket, models.PROTECT, related_name="article_idea")
    text = models.TextField(_("de qué trataría"), blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("cuándo"))
    done_at = models.DateTimeField(_("escrito"), null=True)

    class Meta:
        verbose_name = _("idea de artículo")
        verbose_name_plural = _("ideas de artículos")
        indexes: ClassVar = [models.Index(name="article_idea_open", fields=["at"], condition=models.Q(done_at=None))]

    def __str__(self) -> str:
        """Of which case."""
        return f"#{self.ticket_id}"
