"""Reading cases: who may see which (seeing), what they are owed (agreed), their log and clocks, what was said, asked and found."""

from acuerdo.tickets.queries.agreed import agreement_for, approvals_needed, other_terms, pinned_to, terms_of
from acuerdo.tickets.queries.clocks import SAID, as_case, first_due, folded, foreseen, happenings
from acuerdo.tickets.queries.escalating import asked_to_escalate, may_ask_to_escalate
from acuerdo.tickets.queries.finding import article_ideas, find, tags_in_use
from acuerdo.tickets.queries.information import Older, information_of, older_version
from acuerdo.tickets.queries.log import SUBJECT, absorbed_in
from acuerdo.tickets.queries.seeing import of_contact, open_cases_by_version, shown_to, visible_to, with_merged
from acuerdo.tickets.queries.standing import seconds_left, stands

__all__ = [
    "SAID",
    "SUBJECT",
    "Older",
    "absorbed_in",
    "agreement_for",
    "approvals_needed",
    "article_ideas",
    "as_case",
    "asked_to_escalate",
    "find",
    "first_due",
    "folded",
    "foreseen",
    "happenings",
    "information_of",
    "may_ask_to_escalate",
    "of_contact",
    "older_version",
    "open_cases_by_version",
    "other_terms",
    "pinned_to",
    "seconds_left",
    "shown_to",
    "stands",
    "tags_in_use",
    "terms_of",
    "visible_to",
    "with_merged",
]
