"""Finding cases by words, their tags, and those that deserve an article."""

from django.db.models import QuerySet

from acuerdo.core.tickets.seeking import read_search
from acuerdo.tickets.models import ArticleIdea, Ticket
from acuerdo.tickets.queries.among import find_among
from acuerdo.tickets.queries.seeking import Search

#: Tags are suggested of so many of the latest cases.
LATEST = 2000


def tags_in_use() -> list[str]:
    """The tags of the latest cases, each once, in the order of the alphabet."""
    latest = Ticket.objects.order_by("-number").values_list("tags", flat=True)[:LATEST]
    return sorted({tag for tags in latest for tag in tags})


def find(typed: str, among: QuerySet[Ticket] | None = None, *, public: bool = False) -> list[int]:
    """The cases that somebody most likely means, by their keys, best first: number, words together in a name or subject, rank, latest.

    `among`: only these; `public`: as a customer may find, without internal notes and tags. Costs the same however many cases there are.
    """
    search = Search.of(read_search(typed), typed, public=public)
    if search.is_empty:
        return []
    return search.among_all() if among is None else find_among(search, among)


def article_ideas() -> QuerySet[ArticleIdea]:
    """Cases that deserve an article nobody has written yet, oldest first."""
    return ArticleIdea.objects.filter(done_at=None).select_related("ticket", "person").order_by("at", "pk")
