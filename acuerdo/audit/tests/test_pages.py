import csv
import io
import json
import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

import acuerdo
from acuerdo.audit.actions.ask_check import ask_checks
from acuerdo.audit.actions.run_check import run_check
from acuerdo.audit.models import SealPlaces, SelfCheck
from acuerdo.audit.views.entries import entries, told
from acuerdo.audit.views.known import known_of
from acuerdo.channels.mail.actions.receive import receive
from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.tests.letters import MAILBOX, letter
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import current_schema, in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event, EventDetail
from acuerdo.jobs.desks import DeskTask
from acuerdo.notifications.actions import settle
from acuerdo.notifications.models import Outgoing
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.merge import merge
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.models import Counter

LOG, SYSTEM = "/admin/auditoria/", "/admin/sistema/"


@pytest.fixture
def browser(client, person_of):
    def of(role):
        client.force_login(person_of(role))
        return client

    return of


def body(response):
    return response.content.decode() if not response.streaming else b"".join(response.streaming_content).decode()


def test_an_entry_is_read_in_words_with_what_was_and_what_is(browser, open_case, by, agent, now):
    case = open_case(at=timezone.now())
    assign(case.pk, agent, by=by, at=timezone.now())
    page = body(browser("auditor").get(LOG))
    assert "Caso abierto" in page
    assert "Caso asignado" in page
    assert agent.name in page
    assert f"#{case.number}" in page
    assert "diana@santa-aurelia.example" in page


def test_whom_a_fact_names_and_when_is_read_by_name_and_by_the_desks_clock(open_case, by, agent, person_of):
    case = open_case(at=timezone.now())
    assign(case.pk, agent, by=by, at=timezone.now())
    assign(case.pk, person_of("agent", name="Julián Rojas"), by=by, at=timezone.now())
    given, passed = entries(Event.objects.filter(kind="ticket.assigned").order_by("position"))
    assert ("para", agent.name) in [(one.label, one.value) for one in given.said]
    assert ("para", "Julián Rojas", agent.name) in [(one.label, one.value, one.before) for one in passed.said]
    known = replace(known_of([]), people={1: "Ana"})
    assert told("due", "2026-11-22T05:44:42.110849+00:00", known) == "2026-11-22 00:44:42"
    assert told("text", "2026-99-99T00:00:00+00:00", known) == "2026-99-99T00:00:00+00:00"
    assert (told("to", 1, known), told("to", True, known)) == ("Ana", "sí")  # noqa: FBT003  a value of the log


def test_what_was_chosen_is_read_in_the_words_of_the_manual_or_of_the_product(open_case, by):
    case = open_case(at=timezone.now())
    classify(case.pk, {"type": "incidente", "priority": "alto"}, by=by, at=timezone.now())
    lines = {
        entry.kind: [(one.label, one.value, one.before) for one in entry.said]
        for entry in entries(Event.objects.filter(subject_id=case.pk))
    }
    assert ("canal", "Correo electrónico", None) in lines["ticket.opened"]
    assert ("Nivel de emergencia", "Alto", "Medio") in lines["ticket.classified"]
    [opened] = entries(Event.objects.filter(kind="ticket.opened"))
    assert [one.value for one in opened.said if one.label == "clasificación"] == [
        "plan: Plan Empresarial, tipo: Incidente, Nivel de emergencia: Medio"
    ]
    assert "mensaje" not in [one.label for one in opened.first]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("share", "4/5", "80 %"),
        ("share", "1", "100 %"),
        ("share", "1/0", "1/0"),
        ("state", "breached", "Incumplido"),
        ("doubt", "several", "Varios contratos vigentes"),
        ("activity", "testing", "Pruebas"),
        ("role", "admin", "Administración"),
        ("level", "segundo-nivel", "Segundo nivel"),
        ("clock", "first_response", "Tiempo de respuesta"),
        ("fields", ["job_title", "phone"], "cargo, teléfono"),
        ("reason", "customer", "customer"),
        ("what", "ready", "Trabajo autorizado a empezar"),
        ("level", "nadie", "nadie"),
    ],
)
def test_a_choice_has_its_label_and_what_somebody_typed_stays(desk, name, value, words):
    assert told(name, value, known_of([])) == words


def test_a_reason_of_the_products_own_is_a_sentence_and_one_that_was_typed_stays(open_case, by):
    case = open_case(at=timezone.now())
    classify(case.pk, {"priority": "alto"}, reason="customer", by=by, at=timezone.now())
    change_status(case.pk, Status.WAITING_CUSTOMER, reason="customer", by=by, at=timezone.now())
    told_of = {
        entry.kind: [one.value for one in entry.said if one.label == "motivo"]
        for entry in entries(Event.objects.filter(subject_id=case.pk))
    }
    assert told_of["ticket.classified"] == ["se encontró el cliente"]
    assert told_of["ticket.status"] == ["customer"]


def test_another_case_goes_by_its_number_and_can_be_opened(browser, open_case, by):
    """Whatever its key is: one number is for people, the other for the database."""
    Counter.objects.update(last=500)
    one, other = open_case(at=timezone.now()), open_case("Otro", at=timezone.now())
    merge(one.pk, other.pk, by=by, at=timezone.now())
    mail = Outgoing.objects.create(
        key="a", message_id="<a@x>", sender="m@x", to="d@x", subject="S", text="T", subject_kind="ticket", subject_id=one.pk
    )
    settle.sent(mail, at=timezone.now())

    [merged] = entries(Event.objects.filter(kind="ticket.merged"))
    [sent] = entries(Event.objects.filter(kind="mail.sent"))
    url = reverse("console:case", args=[other.number])
    assert ("queda en", f"#{other.number}", url) in [(said.label, said.value, said.url) for said in merged.said]
    assert "número" not in [said.label for said in merged.said]
    assert ("sobre", f"#{one.number}") in [(said.label, said.value) for said in sent.said]
    assert f'<a class="link" href="{url}">#{other.number}</a>' in body(browser("auditor").get(LOG, {"kind": "ticket.merged"}))


def test_a_customer_goes_by_their_own_name_whoever_of_the_desk_has_the_same_number(browser, open_case, diana):
    """A contact's number is not an account's: the two tables count by themselves."""
    case = open_case(at=timezone.now())
    other = Person.objects.create(pk=diana.pk + 500, email="otra@desk.example", name="Otra Persona", role="agent")
    same = Contact.objects.create(pk=other.pk, organisation=diana.organisation, name="Nidia Cano", email="nidia@santa-aurelia.example")
    match = match_sender(same.email, timezone.localdate())
    report = Report(subject="Sigue", text="Sigue igual", channel="web")
    hear(case.pk, report, contact=same, match=match, by=Actor("contact", same.pk, same.name), at=timezone.now())

    auditor = browser("auditor")
    page = body(auditor.get(LOG, {"kind": "ticket.customer_wrote"}))
    assert "Nidia Cano (cliente)" in page
    assert "Otra Persona (cliente)" not in page
    rows = csv.DictReader(io.StringIO(body(auditor.post(LOG + "exportar/csv/", {"case": case.number})).removeprefix("\ufeff")))
    assert [row["actor_name"] for row in rows if row["kind"] == "ticket.customer_wrote"] == ["Nidia Cano"]
    assert body(auditor.get(LOG, {"person": other.pk})).count('class="audit-entry"') == 0


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ({"kind": "ticket.noted"}, 1),
        ({"text": "diana@santa"}, 1),
        ({"ip": "203.0.113.9"}, 1),
        ({"ip": "203.0.113.8"}, 0),
        ({"kind": "ticket.closed"}, 0),
    ],
)
def test_a_search_finds_by_each_of_its_fields(browser, open_case, by, search, finds):
    case = open_case(at=timezone.now())
    note(case.pk, "Nota", by=replace(by, ip="203.0.113.9"), at=timezone.now())
    page = body(browser("auditor").get(LOG, search))
    assert page.count('class="audit-entry"') == finds


def test_a_search_by_case_and_by_person_and_by_day(browser, open_case, by, agent):
    one, other = open_case(at=timezone.now()), open_case("Otro", at=timezone.now())
    note(other.pk, "Nota", by=by, at=timezone.now())
    auditor = browser("auditor")
    assert (
        body(auditor.get(LOG, {"case": one.number})).count('class="audit-entry"')
        == Event.objects.filter(subject_kind="ticket", subject_id=one.pk).count()
    )
    assert body(auditor.get(LOG, {"case": 999_999})).count('class="audit-entry"') == 0
    assert body(auditor.get(LOG, {"person": agent.pk})).count('class="audit-entry"') == 1
    assert body(auditor.get(LOG, {"until": "2020-01-31"})).count('class="audit-entry"') == 0


@pytest.mark.parametrize(
    "search", [{"since": "ayer"}, {"case": "x"}, {"person": "999999"}, {"since": "2026-02-01", "until": "2026-01-01"}, {"kind": "no"}]
)
def test_a_search_that_cannot_be_meant_is_said_to_be_none(browser, desk, search):
    response = browser("auditor").get(LOG, search)
    assert response.status_code == 200
    assert 'class="error"' in body(response)


@pytest.mark.parametrize("key", ["x", "2026-01-01_1", "_", "2026-01-01T00:00:00+00:00_99999999999999999999"])
def test_a_page_that_nobody_wrote_is_the_first(browser, desk, key):
    assert browser("auditor").get(LOG, {"antes": key}).status_code == 200


def test_pages_follow_each_other_without_a_gap_and_cost_the_same(browser, open_case, by, django_assert_num_queries):
    case = open_case(at=timezone.now() - timedelta(days=1))
    for number in range(120):
        note(case.pk, f"Nota {number}", by=by, at=timezone.now())
    auditor = browser("auditor")
    seen, url = [], LOG + f"?case={case.number}"
    while url:
        page = body(auditor.get(url))
        seen += [int(place.partition("]")[0]) for place in page.split(f"ticket {case.pk} [")[1:]]
        more = page.partition('<p class="more"><a class="act" href="')[2].partition('"')[0].replace("&amp;", "&")
        url = LOG + more if more else ""
    assert seen == list(range(Event.objects.filter(subject_kind="ticket", subject_id=case.pk).count(), 0, -1))
    with django_assert_num_queries(QUERIES):
        auditor.get(LOG)


#: Session, person, the period's entries, names, cases, the manual in force; the people of the form; and the console's rail.
QUERIES = 9


def test_an_erased_detail_is_said_to_be_erased(browser, open_case):
    open_case(at=timezone.now())
    EventDetail.objects.all().delete()
    assert "Borrados (Ley 1581)" in body(browser("auditor").get(LOG, {"kind": "ticket.opened"}))


def test_an_export_is_all_that_was_found_and_is_recorded(browser, open_case, by):
    case = open_case(at=timezone.now())
    note(case.pk, "Nota", by=by, at=timezone.now())
    auditor = browser("auditor")
    lines = [json.loads(line) for line in body(auditor.post(LOG + "exportar/jsonl/", {"case": case.number})).splitlines()]
    assert [line["position"] for line in lines] == list(range(len(lines), 0, -1))
    assert lines[0]["words"] == "Nota interna"
    assert lines[-1]["detail"] == {"from": "diana@santa-aurelia.example"}

    rows = list(csv.DictReader(io.StringIO(body(auditor.post(LOG + "exportar/csv/", {"case": case.number})).removeprefix("\ufeff"))))
    assert [row["hash"] for row in rows] == [line["hash"] for line in lines]
    taken = Event.objects.filter(kind="audit.exported").order_by("position")
    assert [event.facts["format"] for event in taken] == ["jsonl", "csv"]
    assert taken[0].facts["search"]["case"] == case.number


def test_a_cell_that_begins_like_a_formula_runs_in_no_spreadsheet(browser, open_case, by):
    case = open_case(at=timezone.now())
    EventDetail.objects.create(event=note_of(case, by), salt="x", content={"ip": "=cmd|' /C calc'!A0"})
    rows = body(browser("auditor").post(LOG + "exportar/csv/", {"case": case.number}))
    assert "'=cmd|" in rows


def note_of(case, by):
    note(case.pk, "Nota", by=by, at=timezone.now())
    return Event.objects.filter(kind="ticket.noted").latest("pk")


def test_a_file_of_no_known_form_is_absent(browser, desk):
    assert browser("auditor").post(LOG + "exportar/xml/").status_code == 404


def test_another_desks_log_is_not_found(browser, desk, other_desk):
    with in_desk(other_desk.schema_name):
        assert Event.objects.exists()
    page = body(browser("auditor").get(LOG))
    assert page.count('class="audit-entry"') == Event.objects.filter(at__gte=timezone.now() - timedelta(days=30)).count()


def test_the_proof_is_handed_out_and_that_is_recorded(browser, open_case):
    case = open_case()
    response = browser("auditor").post(reverse("audit:proof", args=[case.number]))
    assert (response["Content-Type"], response.content[:2]) == ("application/zip", b"PK")
    assert Event.objects.get(kind="audit.proof_taken").facts["case"] == case.number


def test_the_customer_takes_their_copy(client, diana, open_case):
    case = open_case()
    client.force_login(diana.person)
    response = client.post(reverse("audit:customers_proof", args=[case.number]))
    assert response.status_code == 200
    assert Event.objects.get(kind="audit.proof_taken").facts["by_customer"] is True


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
