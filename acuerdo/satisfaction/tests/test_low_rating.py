"""A bad answer to the survey is told to those who watch over the desk, once (issue 4, point 4)."""

from datetime import timedelta

import pytest

from acuerdo.events.events import Actor
from acuerdo.notifications.models import Notice
from acuerdo.satisfaction.actions.rate import rate
from acuerdo.satisfaction.queries import last_closing
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.models import Message
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all


@pytest.mark.parametrize(("value", "told"), [("malo", 1), ("aceptable", 0), ("bueno", 0)])
def test_only_the_face_that_the_manual_draws_as_bad_is_told_to_the_supervisor(desk, now, value, told):
    """PRO-055."""
    story = Story("proware")
    case = story.case(now)
    story.solved(case, now + timedelta(hours=1))
    by = Actor("contact", story.contact.pk, story.contact.name)
    approve(case.pk, Message.objects.get(ticket=case, kind="solution").pk, by=by, at=now + timedelta(hours=2))

    rate(case.pk, last_closing(case), value, comment="Nadie llamó", by=by, at=now + timedelta(hours=3))
    react_all()

    notices = Notice.objects.filter(person=story.people["coordinador"], kind="rated")
    assert notices.count() == told
    assert all("«Malo». Nadie llamó" in notice.text for notice in notices)
