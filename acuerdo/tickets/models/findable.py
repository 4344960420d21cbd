"""What a case is found by: one small row a case, beside it, so that a search reads nothing else."""

from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.core.tickets.seeking import Sought
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


class Public(SearchQuery):
    """A search whose words may stand only where a customer may read: 'factur' becomes 'factur':ABC."""

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, tuple[Any, ...]]:
        """Wrap what it asks."""
        sql, values = super().as_sql(*args, **kwargs)
        return f"regexp_replace(({sql})::text, '(''[^'']+'')', '\\1:{Weight.PUBLIC}', 'g')::tsquery", values


class FindableQuerySet(models.QuerySet["Findable"]):
    """Cases by what they are found by."""

    def with_words(self, sought: Sought, *, public: bool = False) -> Self:
        """Have all of these words; `public` leaves internal notes out."""
        query = Public if public else SearchQuery
        return self.filter(words=query(sought.words, config=CONFIGURATION, search_type="websearch"))

    def with_parts(self, sought: Sought) -> Self:
        """Have each of these, whole or as a part of a name or code, in the short line."""
        found = self.filter(parts__contains=sought.parts)
        for token in sought.tokens:
            found = found.filter(short__contains=token)
        return found


class Findable(models.Model):
    """A case's words (subject, people, files, messages), and its short line of names and codes cut into parts."""

    ticket = models.OneToOneField(Ticket, models.CASCADE, primary_key=True, related_name="findable")
    words = SearchVectorField(_("palabras"))
    short = models.TextField(_("nombres y códigos"))
    parts = ArrayField(models.CharField(max_length=3), verbose_name=_("partes"))

    objects = FindableQuerySet.as_manager()

    class Meta:
        verbose_name = _("lo que permite encontrar un caso")
        indexes: ClassVar = [
            GinIndex(name="findable_words", fields=["words"], gin_pending_list_limit=PENDING),
            GinIndex(name="findable_parts", fields=["parts"], gin_pending_list_limit=PENDING),
        ]

    def __str__(self) -> str:
        """Its names and codes."""
        return self.short[:60]
