"""Reading the queue: which cases (view, filters), in which order and page (cases), and how many (counts)."""

from acuerdo.console.queries.cases import PAGE, Cursor, Page, agreements_of, cases_of, neighbours, page_of
from acuerdo.console.queries.counts import COUNTED, Counts, capped, counts
from acuerdo.console.queries.filters import Choice, Facet, chosen_facets, facets
from acuerdo.console.queries.lines import ClockLine, Line, clocks_of, lines_of
from acuerdo.console.queries.view import DIGITS, ENDED, GONE, GROUPS, View

__all__ = [
    "COUNTED",
    "DIGITS",
    "ENDED",
    "GONE",
    "GROUPS",
    "PAGE",
    "Choice",
    "ClockLine",
    "Counts",
    "Cursor",
    "Facet",
    "Line",
    "Page",
    "View",
    "agreements_of",
    "capped",
    "cases_of",
    "chosen_facets",
    "clocks_of",
    "counts",
    "facets",
    "lines_of",
    "neighbours",
    "page_of",
]
