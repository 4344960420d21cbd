"""Finding cases by words, their tags, and those that deserve an article."""

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, QuerySet

from acuerdo.core.tickets import Status, is_open
from acuerdo.core.tickets.seeking import plain, read_search
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.tickets.models import ArticleIdea, Findable, Ticket
from acuerdo.tickets.models.findable import CONFIGURATION, Line, parts, words

#: Tags are suggested of so many of the latest cases.
LATEST = 2000


def tags_in_use() -> list[str]:
    """The tags of the latest cases, each once, in the order of the alphabet."""
    latest = Ticket.objects.order_by("-number").values_list("tags", flat=True)[:LATEST]
    return sorted({tag for tags in latest for tag in tags})


#: A search looks at so many of the latest cases that have its words, and at as many that have them as parts.
LATEST_FOUND = 200
#: Weights of what stands inside, what was said, people and files, subject and tags.
WEIGHTS = [0.1, 0.3, 0.5, 1.0]
#: How much better an open case is than one that has ended, in ranks (0–1).
OPEN_FIRST = 0.2


def scores(*, public: bool) -> Prepared[tuple[Any, ...]]:
    """Of these cases, by their keys: rank, line of names and codes, number and status; written once."""
    sought = SearchQuery(Given("words"), config=CONFIGURATION, search_type="websearch")
    rank, said = SearchRank(F("words"), sought, weights=WEIGHTS), Line("short") if public else F("short")
    fields = ("pk", "rank", "said", "ticket__number", "ticket__status")
    return Prepared(lambda: Findable.objects.filter(pk__any_of=Given("keys")).annotate(rank=rank, said=said).values_list(*fields))


SCORES = {public: scores(public=public) for public in (False, True)}


def find(typed: str, among: QuerySet[Ticket] | None = None, *, public: bool = False) -> list[int]:
    """The cases that somebody most likely means, by their keys, best first: number, words together in a name or subject, rank, latest.

    `among`: only these; `public`: as a customer may find, without internal notes and tags. Costs the same however many cases there are.
    """
    sought = read_search(typed)
    looked = Findable.objects.alias(line=Line("short") if public else F("short"))
    looked = looked if among is None else looked.filter(pk__in=among.values("pk"))
    wanted = [*([words(sought, public=public)] if sought.words else []), *([parts(sought, "line")] if sought.parts else [])]
    keys = looked.latest_with(wanted, LATEST_FOUND)
    whole = plain(typed.strip(' "'))
    scored = sorted(
        SCORES[public](keys=keys, words=sought.words) if keys else (),
        key=lambda row: (row[3] == sought.number, whole in row[2], row[1] + (OPEN_FIRST if is_open(Status(row[4])) else 0), row[0]),
    )
    return [row[0] for row in reversed(scored)]


def article_ideas() -> QuerySet[ArticleIdea]:
    """Cases that deserve an article nobody has written yet, oldest first."""
    return ArticleIdea.objects.filter(done_at=None).select_related("ticket", "person").order_by("at", "pk")
