"""A view of the queue that somebody keeps: a name and the address's query."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person, Team


class SavedView(models.Model):
    """Of one person, of a team, or with neither of the whole desk."""

    name = models.CharField(_("nombre"), max_length=60)
    query = models.CharField(_("qué muestra"), max_length=600)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="saved_views")
    team = models.ForeignKey(Team, models.CASCADE, null=True, blank=True, related_name="saved_views")
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("vista guardada")
        verbose_name_plural = _("vistas guardadas")
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="saved_view_of_one", condition=models.Q(person=None) | models.Q(team=None)),
            models.UniqueConstraint(name="saved_view_once", fields=["name", "person", "team"], nulls_distinct=False),
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
