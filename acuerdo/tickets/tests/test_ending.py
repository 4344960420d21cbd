"""From the solution to the end, by the five manuals (issue 4, point 4)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.accord import AccordPending, NoAccord, NotMutual, answer_accord, propose_accord, record_accord
from acuerdo.tickets.actions.close import CannotCloseSo, close
from acuerdo.tickets.actions.decide import approve, reject
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.learn import Findings, ReviewIncomplete, deserve_article, settle_idea, write_review
from acuerdo.tickets.actions.objection import CannotObject, ObjectionSettled, answer_objection, object_to
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.solve import EvidenceMissing, solve
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import ArticleIdea, Message, Review, Task, Ticket
from acuerdo.tickets.queries import article_ideas
from acuerdo.tickets.reactions import mail_solution
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all

HOUR = timedelta(hours=1)


@pytest.fixture
def sgm(desk, now):
    return Story("sgm")


def solution_of(ticket):
    return Message.objects.filter(ticket=ticket, kind="solution").latest("pk")


def write(story, ticket, at, text="¿Y el otro ramal?"):
    by = Actor("contact", story.contact.pk, story.contact.name)
    report = Report(subject=ticket.subject, text=text, channel="email")
    return hear(ticket.pk, report, contact=story.contact, match=match_sender(story.contact.email, at.date()), by=by, at=at)


def test_sop_refuses_a_solution_without_actions_and_without_logs_or_pictures(desk, now):
    story = Story("soporte")
    case = story.case(now)

    with pytest.raises(EvidenceMissing) as refusal:
        solve(case.pk, "Listo", by=story.by, at=now + HOUR)

    assert refusal.value.facts["missing"] == ["Acciones realizadas, con la fecha de cada una", "Evidencias: logs o capturas de pantalla"]
    story.solved(case, now + HOUR)
    assert Ticket.objects.get(pk=case.pk).status == "resolved"


def test_sgm_tells_a_solution_by_mail_and_leaves_a_task_to_call_once(sgm, now):
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    for event in Event.objects.filter(kind="ticket.resolved"):
        mail_solution(event)

    assert [task.text for task in Task.objects.filter(ticket=case)] == [
        "Llamar a Diana Lozano: la solución está lista; pida que la apruebe o diga qué falta."
    ]
    assert len([mail for mail in sgm.mails() if mail.key.startswith("solution")]) == 1


def test_only_sgm_asks_for_the_call(desk, now):
    story = Story("digitalware")
    case = story.case(now)
    story.solved(case, now + HOUR)

    assert not Task.objects.filter(ticket=case).exists()


#: When silence closes, by the manual: DIG 5 business days (DIG-057), SGM 72 hours (SGM-035), the others never.
SILENCE = {"digitalware": timedelta(days=7), "sgm": timedelta(hours=72), "proware": None, "soporte": None, "interwapp": None}


@pytest.mark.parametrize("manual", SILENCE)
def test_silence_closes_by_the_manuals_window_was_announced_first_and_can_be_proved(desk, now, manual):
    story = Story(manual)
    case = story.case(now)
    announced = story.agreement.closure.silence_sentence
    assert bool(announced) == bool(SILENCE[manual])
    assert announced in story.last().text
    story.solved(case, now + HOUR)

    sound_alarms(at=now + timedelta(days=60), most=10)
    react_all()

    case.refresh_from_db()
    if SILENCE[manual] is None:
        assert case.status == "resolved"
        return
    assert (case.status, case.closed_as) == ("closed", "silence")
    proof = [event.kind for event in Event.objects.filter(subject_kind="ticket", subject_id=case.pk).order_by("position")]
    assert proof.index("ticket.resolved") < proof.index("ticket.closed")
    assert story.agreement.closure.silence_counts_as in story.last().text


@pytest.mark.parametrize("manual", [name for name, window in SILENCE.items() if window])
def test_any_message_of_the_customer_stops_silence_whenever_it_comes(desk, now, manual):
    story = Story(manual)
    case = story.case(now)
    story.solved(case, now + HOUR)
    write(story, case, now + 2 * HOUR)

    sound_alarms(at=now + timedelta(days=60), most=10)

    case.refresh_from_db()
    assert (case.status, case.wrote_after_at is not None) == ("resolved", True)


def test_a_rejection_needs_a_reason_and_gives_new_windows_with_the_next_solution(sgm, now):  # SGM-017, SGM-033
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    by = Actor("contact", sgm.contact.pk, sgm.contact.name)
    with pytest.raises(ReasonMissing):
        reject(case.pk, solution_of(case).pk, " ", contact=sgm.contact, by=by, at=now + 2 * HOUR)
    reject(case.pk, solution_of(case).pk, "Sigue igual", contact=sgm.contact, by=by, at=now + 2 * HOUR)
    sgm.solved(case, now + 3 * HOUR)

    windows = list(case.clocks.filter(clock="auto_close").order_by("cycle").values_list("cycle", "state"))
    assert windows == [(1, "answered"), (2, "running")]


@pytest.mark.parametrize("manual", SILENCE)
def test_after_the_end_a_message_opens_a_linked_case_where_the_manual_never_reopens(desk, now, manual):
    story = Story(manual)
    case = story.case(now)
    story.solved(case, now + HOUR)
    approve(case.pk, solution_of(case).pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)

    follow_up = write(story, case, now + timedelta(days=90))

    assert (follow_up.follows_id, follow_up.number != case.number) == (case.pk, True)


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


def test_an_objection_is_told_answered_and_both_stay(sgm, now):
    case = sgm.case(now)
    by = Actor("contact", sgm.contact.pk, sgm.contact.name)
    with pytest.raises(CannotObject):
        object_to(case.pk, "closing", "No", contact=sgm.contact, by=by, at=now + HOUR)
    sgm.solved(case, now + HOUR)
    sound_alarms(at=now + timedelta(days=4), most=10)
    objection = object_to(case.pk, "closing", "Estábamos probando", contact=sgm.contact, by=by, at=now + timedelta(days=5))
    react_all()
    assert "Estábamos probando" in sgm.last(sgm.agent.email).text

    answer_objection(objection.pk, "Abrimos otro caso.", upheld=True, by=sgm.by, at=now + timedelta(days=6))
    react_all()

    assert "Se acepta: usted tiene razón" in sgm.last().text
    assert "Abrimos otro caso." in sgm.last().text
    with pytest.raises(ObjectionSettled):
        answer_objection(objection.pk, "Otra", upheld=False, by=sgm.by, at=now + timedelta(days=7))


def test_a_review_is_owed_after_an_incident_of_severity_one_and_says_all(desk, now):  # SOP-009
    """SOP-033, SOP-034."""
    story = Story("soporte")
    case = story.case(now, severity="s1")
    story.solved(case, now + HOUR)
    approve(case.pk, solution_of(case).pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)
    react_all()

    assert Task.objects.get(ticket=case).text == "Escribir la revisión posterior al incidente"
    with pytest.raises(ReviewIncomplete) as refusal:
        write_review(case.pk, Findings(happened="Cayó la troncal", cause="", actions=""), by=story.by, at=now + 3 * HOUR)
    assert refusal.value.facts["missing"] == ["causa", "acciones"]
    found = Findings(happened="Cayó la troncal", cause="Un disco", actions="Cambiarlo", owner=story.agent, due_on=now.date())
    write_review(case.pk, found, by=story.by, at=now + 3 * HOUR)
    assert Review.objects.get(ticket=case).owner == story.agent


def test_a_common_case_owes_no_review(desk, now):
    story = Story("soporte")
    case = story.case(now, severity="s4")
    story.solved(case, now + HOUR)
    approve(case.pk, solution_of(case).pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)
    react_all()

    assert not Task.objects.filter(ticket=case).exists()


def test_a_case_that_deserves_an_article_is_listed_until_it_is_written(open_case, by, now):
    case = open_case()
    deserve_article(case.pk, "Reiniciar la troncal", by=by, at=now)
    deserve_article(case.pk, "", by=by, at=now)

    assert [idea.text for idea in article_ideas()] == ["Reiniciar la troncal"]
    settle_idea(ArticleIdea.objects.get().pk, at=now)
    assert list(article_ideas()) == []


def test_solving_prompts_for_an_article(signed_in, open_case, now):
    case = open_case()
    url = reverse("tickets:solution", args=[case.number])
    assert "Merece un artículo" in signed_in.get(url).content.decode()

    signed_in.post(
        url, {"text": "Listo", "evidence-solucion": "Reinicio", "article": "1", "article_words": "La troncal", "key": "una-llave"}
    )

    assert ArticleIdea.objects.get(ticket=case).text == "La troncal"
    assert "La troncal" in signed_in.get(reverse("tickets:ideas")).content.decode()
