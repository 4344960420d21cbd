"""What a case is found by: one small row a case, beside it, so that a search reads nothing else."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.models.ticket import Ticket

#: The stemmer.
CONFIGURATION = "spanish"
#: New words wait for so many kB before they go into the index: a mail costs less, and a search reads that little more.
PENDING = 256


class Weight:
    """Where a word stands, as PostgreSQL ranks it (setweight)."""

    SUBJECT, PEOPLE, SAID, INSIDE = "A", "B", "C", "D"
    #: What a customer may find: everything but what the desk's people wrote for themselves.
    PUBLIC = SUBJECT + PEOPLE + SAID


class Findable(models.Model):
    """A case's words (subject, people, files, messages), and its short line of names and codes cut into parts."""

    ticket = models.OneToOneField(Ticket, models.CASCADE, primary_key=True, related_name="findable")
    words = SearchVectorField(_("palabras"))
    # Tags first, in a line of their own where there are any; then what a customer may find too.
    short = models.TextField(_("nombres y códigos"))
    parts = ArrayField(models.CharField(max_length=3), verbose_name=_("partes"))

    class Meta:
        verbose_name = _("lo que permite encontrar un caso")
        indexes: ClassVar = [
            GinIndex(name="findable_words", fields=["words"], gin_pending_list_limit=PENDING),
            GinIndex(name="findable_parts", fields=["parts"], gin_pending_list_limit=PENDING),
        ]

    def __str__(self) -> str:
        """Its names and codes."""
        return self.short[:60]
