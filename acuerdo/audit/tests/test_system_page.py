"""The system's page: what its checks found, and what stayed behind, done again or put aside."""

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

import acuerdo
from acuerdo.audit.actions.ask_check import ask_checks
from acuerdo.audit.actions.run_check import run_check
from acuerdo.audit.models import SealPlaces, SelfCheck
from acuerdo.audit.tests.pages import SYSTEM, body
from acuerdo.channels.mail.actions.receive import receive
from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.tests.letters import MAILBOX, letter
from acuerdo.desks.queries import current_schema, in_desk
from acuerdo.events.models import Event
from acuerdo.jobs.desks import DeskTask
from acuerdo.notifications.models import Outgoing


def test_the_system_page_says_what_was_found_and_how_it_was_before(browser, desk, now):
    RawMail.objects.create(
        key="a", raw=b"From: x", envelope_from="ana@x.example", received_at=now - timedelta(hours=3), state="failed", problem="KeyError"
    )
    for day in range(3):
        for check in ask_checks(SelfCheck.Kind.values, at=now + timedelta(days=day)):
            run_check(check.pk, at=check.at)
    page = body(browser("admin").get(SYSTEM))
    assert "Sin diferencias" in page
    assert "sin procesar desde" in page
    assert "ana@x.example" in page
    assert "PostgreSQL" in page
    assert "Anteriores" in page


def test_checking_now_asks_once(browser, desk):
    admin = browser("admin")
    assert admin.post(SYSTEM + "revisiones/").status_code == 302
    admin.post(SYSTEM + "revisiones/")
    assert SelfCheck.objects.count() == len(SelfCheck.Kind)
    assert 'hx-trigger="every 3s"' in body(admin.get(SYSTEM))


def failed_job(**arguments):
    DeskTask("notifications.deliver").defer(**arguments)
    job = ProcrastinateJob.objects.latest("id").pk
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job])
    return job


def test_a_failed_job_is_done_again_or_discarded_with_a_reason(browser, desk):
    admin = browser("admin")
    one, other = failed_job(outgoing_id=1), failed_job(outgoing_id=2)
    assert "Enviar un correo" in body(admin.get(SYSTEM))

    admin.post(f"{SYSTEM}trabajos/{one}/otra-vez/")
    assert ProcrastinateJob.objects.get(pk=one).status == "todo"
    admin.post(f"{SYSTEM}trabajos/{other}/descarte/", {"reason": ""})
    assert ProcrastinateJob.objects.filter(pk=other).exists()
    admin.post(f"{SYSTEM}trabajos/{other}/descarte/", {"reason": "Ya no hace falta"})
    assert not ProcrastinateJob.objects.filter(pk=other).exists()
    mended = Event.objects.filter(kind="audit.job_mended").order_by("position").values_list("facts", flat=True)
    assert [(facts["done"], facts.get("reason", "")) for facts in mended] == [("retried", ""), ("discarded", "Ya no hace falta")]


def test_a_job_of_another_desk_is_neither_shown_nor_touched(browser, desk, other_desk):
    with in_desk(other_desk.schema_name):
        job = failed_job(outgoing_id=77)
    admin = browser("admin")
    assert "outgoing_id: 77" not in body(admin.get(SYSTEM))
    admin.post(f"{SYSTEM}trabajos/{job}/otra-vez/")
    admin.post(f"{SYSTEM}trabajos/{job}/descarte/", {"reason": "porque sí"})
    assert ProcrastinateJob.objects.get(pk=job).status == "failed"
    assert not Event.objects.filter(kind="audit.job_mended").exists()


def test_a_refused_mail_is_sent_again_under_its_message_id(browser, desk):
    mail = Outgoing.objects.create(key="c", message_id="<c@x>", sender="m@x.example", to="a@x.example", subject="Hola", text="T", refused_at=timezone.now(), problem="550 no")  # fmt: skip
    admin = browser("admin")
    assert "550 no" in body(admin.get(SYSTEM))
    admin.post(f"{SYSTEM}salientes/{mail.pk}/otra-vez/")
    mail.refresh_from_db()
    assert (mail.refused_at, mail.problem, mail.message_id) == (None, "", "<c@x>")
    assert (
        ProcrastinateJob.objects.filter(task_name="notifications.deliver", args__outgoing_id=mail.pk, args__desk=current_schema()).count()
        == 1
    )
    admin.post(f"{SYSTEM}salientes/{mail.pk}/otra-vez/")
    assert ProcrastinateJob.objects.filter(task_name="notifications.deliver", args__outgoing_id=mail.pk).count() == 1


def test_an_automatic_answer_of_no_case_is_found_and_may_be_made_one(browser, clinic, now):
    admin = browser("admin")
    away = letter("Estoy de vacaciones", "Vuelvo el lunes.", Auto_Submitted="auto-replied")
    raw = receive(away, envelope_from="", recipient=MAILBOX, at=now)
    page = body(admin.get(SYSTEM))
    assert "Respuestas automáticas que no son de ningún caso" in page
    assert "<b>diana@santa-aurelia.example</b> Estoy de vacaciones" in page

    answer = admin.post(f"{SYSTEM}recibidos/{raw.pk}/otra-vez/", follow=True)

    assert "Abrió un caso" in body(answer)
    assert "Estoy de vacaciones" not in body(admin.get(SYSTEM))
    raw.refresh_from_db()
    assert (raw.outcome, raw.ticket.subject) == ("opened", "Estoy de vacaciones")


def test_a_received_mail_is_processed_again_and_its_original_taken(browser, desk, now):
    letter = b"From: ana@x.example\r\nTo: soporte@testserver\r\nSubject: Ayuda\r\nMessage-ID: <1@x>\r\n\r\nHola\r\n"
    raw = RawMail.objects.create(key="a", raw=letter, envelope_from="ana@x.example", recipient="soporte@testserver", received_at=now, state="failed", problem="x")  # fmt: skip
    admin = browser("admin")
    response = admin.get(f"{SYSTEM}recibidos/{raw.pk}/")
    assert (response.content, response["Content-Type"]) == (letter, "application/octet-stream")
    admin.post(f"{SYSTEM}recibidos/{raw.pk}/otra-vez/")
    raw.refresh_from_db()
    assert (raw.state, raw.outcome) == ("processed", "opened")


def test_seals_go_where_the_administrator_says_and_the_log_knows_where_they_went_before(browser, desk):
    admin = browser("admin")
    assert "todavía no salen de esta máquina" in body(admin.get(SYSTEM))
    admin.post(SYSTEM + "destinos/", {"addresses": "Revisoria@fuera.example\nnotaria@fuera.example"})
    assert SealPlaces.objects.get().addresses == ["revisoria@fuera.example", "notaria@fuera.example"]
    admin.post(SYSTEM + "destinos/", {"addresses": ""})
    changed = Event.objects.filter(kind="audit.seal_places_changed").latest("position")
    assert changed.detail.content["before"] == ["revisoria@fuera.example", "notaria@fuera.example"]


@pytest.mark.parametrize("addresses", ["nadie", " ".join(f"a{n}@x.example" for n in range(6))])
def test_wrong_addresses_come_back_as_they_were_typed(browser, desk, addresses):
    response = browser("admin").post(SYSTEM + "destinos/", {"addresses": addresses})
    assert response.status_code == 422
    assert addresses.split()[0] in body(response)
    assert not SealPlaces.objects.exists()


def test_the_system_page_asks_as_often_for_many_as_for_few(browser, desk, now, django_assert_num_queries):
    admin = browser("admin")
    for number in range(10):
        failed_job(outgoing_id=number)
        Outgoing.objects.create(key=f"k{number}", message_id=f"<{number}@x>", sender="m@x.example", to="a@x.example", subject="S", text="T")
        receive(letter(message_id=f"<{number}@y>", Auto_Submitted="auto-replied"), envelope_from="", recipient=MAILBOX, at=now)
    with django_assert_num_queries(SYSTEM_QUERIES):
        admin.get(SYSTEM)


#: Session, person, places, checks, jobs twice, mails three times, those put aside twice, seals, version of the database; and the console's rail.
SYSTEM_QUERIES = 15


def test_the_version_shown_is_the_packages():
    with (Path(acuerdo.__file__).parents[1] / "pyproject.toml").open("rb") as file:
        assert acuerdo.__version__ == tomllib.load(file)["project"]["version"]
