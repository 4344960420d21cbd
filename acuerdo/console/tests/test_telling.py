"""Which part of a case's line of time is shown, its full history, and a case on paper."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.audit.wording import FACTS, KINDS, SUBJECTS
from acuerdo.console.templatetags.thread import LONG, beginning, ending
from acuerdo.console.views.of_work import OF_WORK
from acuerdo.console.views.timeline import SPOKEN
from acuerdo.console.wording import Teller
from acuerdo.console.wording.fixed import MANY, REPORTING, UNTOLD
from acuerdo.events.events import Event
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.wording import ENDING

pytestmark = pytest.mark.django_db


def ago(**time):
    return timezone.now() - timedelta(**time)


@pytest.fixture
def case(open_case, by, agent):
    case = open_case(at=ago(hours=5), proposed={"priority": "critico"})
    classify(case.pk, {"priority": "alto"}, by=by, at=ago(hours=4))
    answer(case.pk, "¿Qué extensión?", by=by, at=ago(hours=3))
    note(case.pk, "Mirar el nodo 3", by=by, at=ago(hours=2))
    return case


def page(client, case, query=""):
    return client.get(f"/console/casos/{case.number}/{query}")


def kinds(response) -> list[str]:
    return [getattr(item, "kind", "hechos") for item in response.context["timeline"]]


def every_event(base=Event):
    for kind in base.__subclasses__():
        yield kind
        yield from every_event(kind)


EVENTS = sorted({kind.kind: kind for kind in every_event() if kind.__module__.startswith("acuerdo") and hasattr(kind, "kind")}.items())


def test_every_kind_of_event_is_among_those_that_are_walked():
    assert len(EVENTS) > 80


@pytest.mark.parametrize(("name", "kind"), EVENTS)
def test_every_event_has_its_words_in_the_log(name, kind):
    assert name in KINDS
    assert kind.subject_kind in SUBJECTS
    assert set(kind.__dataclass_fields__) - set(Event.__dataclass_fields__) <= set(FACTS)


@pytest.mark.parametrize("name", [name for name, kind in EVENTS if kind.subject_kind == "ticket"])
def test_every_event_of_a_case_is_told_in_its_line_of_time_or_left_out_on_purpose(name):
    fixed = {*MANY, *REPORTING, *ENDING, *SPOKEN, *OF_WORK, *UNTOLD}

    assert name in fixed or hasattr(Teller, name.removeprefix("ticket."))


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ("todo", ["them", "hechos", "us", "hechos", "note"]),
        ("conversacion", ["them", "us"]),
        ("notas", ["note"]),
        ("hechos", ["hechos"]),
        ("cualquiera", ["them", "hechos", "us", "hechos", "note"]),
    ],
)
def test_one_chooses_what_is_shown_of_a_case(signed_in, case, chosen, shown):
    assert kinds(page(signed_in, case, f"?ver={chosen}")) == shown


def test_the_choice_is_remembered_for_the_next_case_and_keeps_the_view(signed_in, case, open_case):
    shows = page(signed_in, case, "?de=mios&ver=notas").context["shows"]

    assert [one.chosen for one in shows] == [False, False, True, False]
    assert shows[0].query == "?de=mios&ver=todo"
    assert kinds(page(signed_in, case)) == ["note"]
    assert "Nada de esto en el caso todavía." in page(signed_in, open_case("Otro", at=ago(hours=1))).text


def test_a_long_message_is_cut_at_a_line_or_a_word_and_loses_nothing():
    text = "Una línea con palabras.\n" * 400

    assert len(text) > LONG
    assert len(beginning(text)) < LONG
    assert (beginning(text) + ending(text)).replace("\n", "") == text.replace("\n", "")
    assert beginning("x" * 5000) + ending("x" * 5000) == "x" * 5000
    assert (beginning("corto"), ending("corto")) == ("corto", "")


def test_the_history_says_who_when_whence_before_and_after(signed_in, case, client, person_of, agent, django_assert_num_queries):
    signed_in.post(f"/console/casos/{case.number}/responsable/", {"to": agent.pk})
    with django_assert_num_queries(8):
        shown = signed_in.get(f"/console/casos/{case.number}/historia/")

    entries = shown.context["entries"]
    classified = next(one for one in entries if one.kind == "Caso clasificado")
    assert [(change.label, change.before, change.after) for change in classified.changes] == [("Nivel de emergencia", "Crítico", "Alto")]
    assert entries[-1].kind == "Caso abierto"
    assert "127.0.0.1" not in shown.text


def test_where_somebody_acted_from_is_for_who_reads_the_record(client, case, person_of):
    client.force_login(person_of("admin"))
    client.post(f"/console/casos/{case.number}/responsable/", {"to": ""})
    address = f"/console/casos/{case.number}/historia/"

    assert client.get(address).status_code == 200
    client.force_login(person_of("agent"))
    assert "127.0.0.1" not in client.get(address).text


def test_a_long_history_has_pages(signed_in, case, by, agent, monkeypatch):
    monkeypatch.setattr("acuerdo.console.views.history.PAGE", 2)
    address = f"/console/casos/{case.number}/historia/"
    first = signed_in.get(address)
    second = signed_in.get(f"{address}?antes={first.context['more']}")

    assert len(first.context["entries"]) == 2
    assert {one.position for one in first.context["entries"]}.isdisjoint({one.position for one in second.context["entries"]})
    assert signed_in.get(f"{address}?antes=nada").status_code == 200


def test_on_paper_stand_conversation_clocks_with_why_and_facts_with_or_without_notes(signed_in, case):
    address = f"/console/casos/{case.number}/imprimir/"
    whole, public = signed_in.get(address).text, signed_in.get(f"{address}?notas=no").text

    assert "Mirar el nodo 3" in whole
    assert "Mirar el nodo 3" not in public
    for said in ("¿Qué extensión?", "Nivel de emergencia", "Plan Empresarial", "Conversación"):
        assert said in public
    assert all(clock.label in public for clock in signed_in.get(address).context["panel"].clocks)


@pytest.mark.parametrize("part", ["historia", "imprimir"])
def test_neither_is_for_customers(client, case, diana, part):
    address = f"/console/casos/{case.number}/{part}/"

    assert client.get(address)["Location"].startswith("/entrar/")
    client.force_login(diana.person)
    assert client.get(address).status_code == 403
