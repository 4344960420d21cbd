"""A case closed by its customer's approval, and the link of its closing mail."""

from datetime import timedelta

import pytest
from django.utils import timezone


@pytest.fixture
def closed(open_case, agent, diana):
    """Reported two days ago, solved, approved."""
    from acuerdo.events.events import Actor
    from acuerdo.files.actions.store import store
    from acuerdo.people.access import as_actor
    from acuerdo.tickets.actions.decide import approve
    from acuerdo.tickets.actions.solve import solve
    from acuerdo.tickets.queries import agreement_for

    at = timezone.now().replace(microsecond=0) - timedelta(days=2)
    ticket = open_case("El IVR no transfiere", at=at)
    evidence = {item.id: "Probado" for item in agreement_for(ticket).closure.evidence.values()}
    files = [store(name="prueba.png", content_type="image/png", content=b"\x89PNG\r\n\x1a\n.")]
    solution = solve(ticket.pk, "Listo.", by=as_actor(agent), at=at + timedelta(hours=1), evidence=evidence, files=files)
    return approve(ticket.pk, solution.pk, by=Actor("contact", diana.pk, diana.name), at=at + timedelta(hours=2))


@pytest.fixture
def closing(closed):
    """The closing's place in the log."""
    from acuerdo.satisfaction.queries import last_closing

    return last_closing(closed)


@pytest.fixture
def token(closed, closing, diana):
    """The secret of the mail's links."""
    from acuerdo.satisfaction.access import Invitation, survey_token

    return survey_token(Invitation(closed.pk, closing, diana.pk))
