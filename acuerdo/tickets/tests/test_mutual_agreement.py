"""Ending a case by mutual agreement: both sides say so, by the link of a mail or on the phone (SGM-036)."""

from datetime import timedelta

import pytest

from acuerdo.events.events import Actor
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.accord import AccordPending, NoAccord, NotMutual, answer_accord, propose_accord, record_accord
from acuerdo.tickets.actions.close import CannotCloseSo, close
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.tests.reacting import react_all

HOUR = timedelta(hours=1)


def test_mutual_agreement_takes_both_sides_and_nobody_closes_so_by_hand(sgm, now):
    """SGM-036, SGM-A18."""
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    supervisor = as_actor(sgm.people["supervision"])
    with pytest.raises(CannotCloseSo):
        close(case.pk, "mutuo-acuerdo", reason="Sí", by=supervisor, at=now + 2 * HOUR)
    accord = propose_accord(case.pk, "Ya no usan el módulo.", by=sgm.by, at=now + 2 * HOUR)
    with pytest.raises(AccordPending):
        propose_accord(case.pk, "Otra vez", by=sgm.by, at=now + 2 * HOUR)
    react_all()
    assert "Ya no usan el módulo." in sgm.last().text
    assert "/acordar/" in sgm.last().text

    by = Actor("contact", sgm.contact.pk, sgm.contact.name)
    answer_accord(accord.pk, agreed=True, answer="De acuerdo", contact=sgm.contact, channel="web", by=by, at=now + 3 * HOUR)

    case.refresh_from_db()
    accord.refresh_from_db()
    assert (case.status, case.closed_as) == ("closed", "mutuo-acuerdo")
    assert (accord.person, accord.contact, accord.answer) == (sgm.agent, sgm.contact, "De acuerdo")
    with pytest.raises(NoAccord):
        answer_accord(accord.pk, agreed=False, answer="No", contact=sgm.contact, channel="web", by=by, at=now + 4 * HOUR)


def test_a_no_to_the_proposal_needs_a_reason_and_the_case_goes_on(sgm, now):
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    accord = propose_accord(case.pk, "¿Cerramos?", by=sgm.by, at=now + 2 * HOUR)
    answered = {"agreed": False, "contact": sgm.contact, "channel": "web", "by": Actor("contact", sgm.contact.pk, "Diana")}
    with pytest.raises(ReasonMissing):
        answer_accord(accord.pk, answer="", at=now + 3 * HOUR, **answered)
    answer_accord(accord.pk, answer="Falta una sede", at=now + 3 * HOUR, **answered)
    react_all()

    assert Ticket.objects.get(pk=case.pk).status == "resolved"
    assert "Falta una sede" in sgm.last(sgm.agent.email).text


def test_what_was_agreed_on_the_phone_is_written_down_with_what_the_customer_said(sgm, now):
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    with pytest.raises(ReasonMissing):
        record_accord(case.pk, "Ya no aplica", said="", channel="telefono", by=sgm.by, at=now + 2 * HOUR)
    accord = record_accord(case.pk, "Ya no aplica", said="Diana, 11:00: sí", channel="telefono", by=sgm.by, at=now + 2 * HOUR)

    assert Ticket.objects.get(pk=case.pk).closed_as == "mutuo-acuerdo"
    assert accord.channel == "telefono"


def test_a_manual_without_mutual_agreement_has_none(open_case, by, now):
    case = open_case()
    with pytest.raises(NotMutual):
        propose_accord(case.pk, "¿Cerramos?", by=by, at=now + HOUR)


def test_the_link_of_a_proposal_only_asks_by_get_and_answers_once(client, sgm, now):
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    accord = propose_accord(case.pk, "¿Cerramos?", by=sgm.by, at=now + 2 * HOUR)
    react_all()
    url = next(word for word in sgm.last().text.split() if "/acordar/" in word)
    path = "/acordar/" + url.split("/acordar/")[1]

    assert client.get(path).status_code == 200
    assert Ticket.objects.get(pk=case.pk).status == "resolved"
    refused = client.post(path, {"choice": "no", "text": ""})
    assert refused.status_code == 422
    assert client.post(path, {"choice": "si", "text": "Sí"}).status_code == 303
    assert "mutuo acuerdo" in client.get(path).content.decode()
    accord.refresh_from_db()
    assert accord.agreed is True
    assert client.get("/acordar/otra/").status_code == 410
