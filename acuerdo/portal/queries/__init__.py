"""What a customer's pages read: the lists of their cases (area), and a case (case)."""

from acuerdo.portal.queries.area import (
    TURNS,
    Asked,
    Group,
    Listing,
    asks_to_decide,
    clocks_of,
    closed_of,
    counts,
    found_of,
    group_of,
    is_yours,
    people_of,
    rated_of,
)
from acuerdo.portal.queries.case import answered_in, case_of, case_seen_by, conversation, draft_in, files_of, last_solution, missing_in

__all__ = [
    "TURNS",
    "Asked",
    "Group",
    "Listing",
    "answered_in",
    "asks_to_decide",
    "case_of",
    "case_seen_by",
    "clocks_of",
    "closed_of",
    "conversation",
    "counts",
    "draft_in",
    "files_of",
    "found_of",
    "group_of",
    "is_yours",
    "last_solution",
    "missing_in",
    "people_of",
    "rated_of",
]
