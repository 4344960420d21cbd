"""How a case belongs to another: what it causes, blocks, repeats or was split from."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from acuerdo.people.models import Person
from acuerdo.tickets.models.ticket import Ticket


class Link(models.Model):
    """From one case to another, read in both directions. Parent and child are `Ticket.parent`; merged, `Ticket.merged_into`."""

    class Kind(models.TextChoices):
        """What the first is to the second."""

        RELATES = "relates", pgettext_lazy("vínculo entre casos", "Se relaciona con")
        CAUSES = "causes", pgettext_lazy("vínculo entre casos", "Causa")
        BLOCKS = "blocks", pgettext_lazy("vínculo entre casos", "Bloquea a")
        DUPLICATES = "duplicates", pgettext_lazy("vínculo entre casos", "Repite a")
        SPLIT = "split", pgettext_lazy("vínculo entre casos", "Se separó de")

    source = models.ForeignKey(Ticket, models.PROTECT, related_name="links_from")
    target = models.ForeignKey(Ticket, models.PROTECT, related_name="links_to")
    kind = models.CharField(_("vínculo"), max_length=10, choices=Kind.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("vínculo")
        constraints: ClassVar = [
            models.UniqueConstraint(name="link_once", fields=["source", "target", "kind"]),
            models.CheckConstraint(name="link_between_two", condition=~models.Q(source=models.F("target"))),
        ]

    def __str__(self) -> str:
        """Which to which."""
        return f"{self.source_id} {self.kind} {self.target_id}"


#: The same link read from the other end.
INVERSE = {
    Link.Kind.RELATES: pgettext_lazy("vínculo entre casos", "Se relaciona con"),
    Link.Kind.CAUSES: pgettext_lazy("vínculo entre casos", "Lo causa"),
    Link.Kind.BLOCKS: pgettext_lazy("vínculo entre casos", "Lo bloquea"),
    Link.Kind.DUPLICATES: pgettext_lazy("vínculo entre casos", "Lo repite"),
    Link.Kind.SPLIT: pgettext_lazy("vínculo entre casos", "De él se separó"),
}
