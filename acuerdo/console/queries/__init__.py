"""Reading the queue: which cases (view, filters), in which order and page (cases), how many (counts), what is around one (around)."""

from acuerdo.console.queries.around import Around, around, neighbours
from acuerdo.console.queries.cases import FOUND, PAGE, Cursor, Page, agreements_of, cases_of, page_of
from acuerdo.console.queries.counts import COUNTED, Counts, capped, counts
from acuerdo.console.queries.filters import Choice, Facet, chosen_facets, facets
from acuerdo.console.queries.lines import ClockLine, Line, clocks_of, line_of, lines_of
from acuerdo.console.queries.view import DIGITS, ENDED, GONE, GROUPS, View

__all__ = [
    "COUNTED",
    "DIGITS",
    "ENDED",
    "FOUND",
    "GONE",
    "GROUPS",
    "PAGE",
    "Around",
    "Choice",
    "ClockLine",
    "Counts",
    "Cursor",
    "Facet",
    "Line",
    "Page",
    "View",
    "agreements_of",
    "around",
    "capped",
    "cases_of",
    "chosen_facets",
    "clocks_of",
    "counts",
    "facets",
    "line_of",
    "lines_of",
    "neighbours",
    "page_of",
]
