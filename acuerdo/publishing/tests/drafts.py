"""What the tests of drafts share: a number to change, and the draft with it changed."""

from datetime import timedelta

from acuerdo.agreements.queries import current_version
from acuerdo.people.access import as_actor
from acuerdo.publishing.actions.draft import save, start
from acuerdo.publishing.queries.mending import mended
from acuerdo.publishing.queries.worded import checked

#: A row of the plan Empresarial in the manual of Proware, and the same with four hours for the solution instead of six.
ROW = 'critico = ["< 2 business hours", "< 6 business hours"]'
FASTER = 'critico = ["< 2 business hours", "< 4 business hours"]'


def with_faster_solution(text):
    """Four hours instead of six, and the worked example that says so."""
    assert text.count(ROW) == 1
    text = text.replace(ROW, FASTER)
    return mended(text, checked(text, "es").remarks)


def draft_of(person, at, change=with_faster_solution):
    """The open draft with one change saved."""
    draft = start(current_version(), person=person, by=as_actor(person), at=at)
    return save(change(draft.text), draft.revision, person=person, by=as_actor(person), at=at + timedelta(minutes=1))
