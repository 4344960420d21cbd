"""Two people, one case: who is there, what was begun, and what came in between."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.queries import head_of
from acuerdo.notifications.models import Notice
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.be_present import be_present
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.merge import merge
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.models import Draft, Message, Presence
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
AT = timezone.now() - timedelta(hours=1)


@pytest.fixture
def ana(person_of):
    return person_of("agent", "Ana Cárdenas")


def seen(case) -> int:
    return head_of("ticket", case.pk)[0]


def page(client, case) -> str:
    return client.get(reverse("console:case", args=[case.number])).text


def test_who_answers_a_case_is_seen_at_it_and_in_the_queue_by_others_only(client, signed_in, case, ana, agent):
    be_present(case.number, "answering", person=ana, at=timezone.now())

    assert "Ana está respondiendo" in page(signed_in, case)
    assert "Ana está respondiendo" in signed_in.get("/console/").text
    client.force_login(ana)
    assert "está respondiendo</span>" not in page(client, case)


def test_who_is_not_heard_of_is_gone_and_who_leaves_is_at_once(signed_in, case, ana):
    be_present(case.number, "viewing", person=ana, at=timezone.now() - timedelta(minutes=1))
    assert "Ana lo está viendo" not in page(signed_in, case)

    be_present(case.number, "viewing", person=ana, at=timezone.now())
    assert "Ana lo está viendo" in page(signed_in, case)
    be_present(case.number, "gone", person=ana, at=timezone.now())
    assert not Presence.objects.exists()


def test_a_heartbeat_costs_little_and_answers_nothing(signed_in, case, django_assert_num_queries):
    url = reverse("tickets:presence", args=[case.number])
    with django_assert_num_queries(6):  # the desk, session, person, the row, the word to the stream, one's notices of it
        assert signed_in.post(url, {"doing": "answering"}).status_code == 204

    assert Presence.objects.get().doing == "answering"
    signed_in.post(url, {"doing": "<script>"})
    assert Presence.objects.get().doing == "viewing"


def test_who_looks_at_a_case_has_read_what_they_were_told_of_it_and_nothing_else(signed_in, agent, case, ana):
    shown = reverse("console:case", args=[case.number])
    for key, person, url in (("a", agent, shown), ("b", agent, "/console/"), ("c", ana, shown)):
        Notice.objects.create(person=person, key=key, kind="note", text="Algo", url=url, created_at=timezone.now())

    signed_in.post(reverse("tickets:presence", args=[case.number]), {"doing": "gone"})
    assert not Notice.objects.exclude(read_at=None).exists()
    signed_in.post(reverse("tickets:presence", args=[case.number]), {"doing": "viewing"})
    assert Notice.objects.exclude(read_at=None).get().key == "a"


def test_a_name_cannot_break_the_word_of_the_stream(ana):
    ana.name = "Ana-Ma\nría"
    assert quote(ana.first_name) == "Ana-Ma%0Ar%C3%ADa"


def test_what_was_begun_is_there_on_any_device_and_only_for_who_began_it(client, signed_in, case, ana):
    url = reverse("tickets:drafts", args=[case.number])
    assert signed_in.post(url, {"text": "Ya casi lo", "kind": "answer"}).status_code == 204

    assert "Ya casi lo</textarea>" in page(signed_in, case)
    client.force_login(ana)
    assert "Ya casi lo" not in page(client, case)


def test_a_text_begun_as_a_note_comes_back_as_a_note(signed_in, case):
    url = reverse("tickets:drafts", args=[case.number])
    signed_in.post(url, {"text": "Ese cliente", "kind": "answer"})
    signed_in.post(url, {"text": "Ese cliente no", "kind": "note"})

    assert list(Draft.objects.values_list("kind", "text")) == [("note", "Ese cliente no")]
    assert signed_in.get(reverse("console:case", args=[case.number])).context["note_mode"]


@pytest.mark.parametrize("verb", ["answers", "notes"])
def test_sent_it_is_a_draft_no_more_and_a_late_save_does_not_bring_it_back(signed_in, case, verb):
    url = reverse("tickets:drafts", args=[case.number])
    signed_in.post(url, {"text": "Lo vemos", "kind": "answer"})
    post(signed_in, verb, case, text="Lo vemos", key="abc")
    assert not Draft.objects.exists()

    signed_in.post(url, {"text": "Lo vemos", "kind": "answer", "key": "abc"})
    assert not Draft.objects.exists()


def test_an_emptied_text_is_no_draft(signed_in, case):
    url = reverse("tickets:drafts", args=[case.number])
    for text in ("Algo", "  "):
        signed_in.post(url, {"text": text, "kind": "answer"})

    assert not Draft.objects.exists()


def test_an_answer_is_not_sent_past_what_the_customer_wrote_meanwhile(signed_in, case, diana, open_case):

    drawn = seen(case)
    report = Report(subject="Re", text="Ya funciona, gracias", channel="email")
    who = Actor("contact", None, diana.name)
    hear(case.pk, report, contact=diana, match=match_sender(diana.email, AT.date()), by=who, at=AT)

    refused = post(signed_in, "answers", case, text="Reinicie el equipo", then="in_progress", seen=drawn)

    assert refused.status_code == 422
    assert "Mientras usted escribía …" in refused.text
    assert "Ya funciona, gracias" in refused.text
    assert "Reinicie el equipo</textarea>" in refused.text
    assert not case.messages.filter(kind=Message.Kind.ANSWER).exists()
    assert post(signed_in, "answers", case, text="Reinicie el equipo", seen=refused.context["forms"]["answer"].seen).status_code == 303


def test_what_one_did_oneself_is_not_news(signed_in, case, by):
    drawn = seen(case)
    answer(case.pk, "Lo vemos", by=by, at=AT)

    assert post(signed_in, "answers", case, text="Y otra cosa", seen=drawn).status_code == 303


def test_a_classification_shows_both_when_another_decided_meanwhile(signed_in, case, ana):
    drawn = seen(case)
    classify(case.pk, {"priority": "bajo"}, by=as_actor(ana), at=AT)

    refused = post(signed_in, "classification", case, **{"fact-priority": "alto", "seen": drawn})

    assert refused.status_code == 422
    assert "Ana Cárdenas lo clasificó: Bajo" in refused.text
    assert '<option value="alto" selected>' in refused.text
    assert again(case).facts["priority"] == "bajo"
    post(signed_in, "classification", case, **{"fact-priority": "alto", "seen": seen(case)})
    assert again(case).facts["priority"] == "alto"


def test_a_status_and_an_assignment_heed_the_same_of_others(signed_in, case, ana):
    drawn = seen(case)
    change_status(case.pk, Status.WAITING_CUSTOMER, by=as_actor(ana), at=AT)

    assert post(signed_in, "status", case, to="in_progress", seen=drawn).status_code == 422
    assert post(signed_in, "assignment", case, to="", seen=drawn).status_code == 303  # nobody assigned it meanwhile


@pytest.mark.parametrize("said", ["", "x", "9" * 30])
def test_a_form_that_does_not_say_what_it_showed_is_done(signed_in, case, said):
    assert post(signed_in, "answers", case, text="Hola", seen=said).status_code == 303


def test_a_text_is_taken_to_the_case_that_stays_with_its_files(signed_in, case, open_case, by):
    goes = open_case("Otra vez", at=AT)
    merge(goes.pk, case.pk, by=by, at=timezone.now())
    file = SimpleUploadedFile("plano.txt", b"nodo 3", "text/plain")
    refused = post(signed_in, "answers", goes, text="Un texto largo", files=[file])
    kept = refused.context["forms"]["answer"].kept_word
    signed_in.post(reverse("tickets:drafts", args=[case.number]), {"text": "Lo que ya tenía", "kind": "answer"})

    moved = signed_in.post(
        reverse("tickets:drafts", args=[case.number]), {"text": "Un texto largo", "kept": kept, "move": "1"}, follow=True
    )

    assert "Lo que ya tenía\n\nUn texto largo</textarea>" in moved.text
    assert "plano.txt" in moved.text
    assert not Message.objects.filter(kind=Message.Kind.ANSWER).exists()
