"""What the log's kinds of events, subjects and facts are called. A kind that is not here goes by its own name."""

from acuerdo.audit.wording.chosen import chosen_in_words, reason_in_words
from acuerdo.audit.wording.facts import FACTS
from acuerdo.audit.wording.kinds import KINDS, SUBJECTS
from acuerdo.audit.wording.problems import problem_in_words
from acuerdo.audit.wording.replaced import Replaced, replaced
from acuerdo.audit.wording.values import at_ours, fact_in_words, plain

__all__ = [
    "FACTS",
    "KINDS",
    "SUBJECTS",
    "Replaced",
    "at_ours",
    "chosen_in_words",
    "fact_in_words",
    "kind_in_words",
    "plain",
    "problem_in_words",
    "reason_in_words",
    "replaced",
]


def kind_in_words(kind: str) -> str:
    """What happened."""
    return str(KINDS.get(kind, kind))
