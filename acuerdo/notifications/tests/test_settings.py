"""One's own notices at /cuenta/avisos/ (issue 4, point 6)."""

import ast
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import acuerdo
from acuerdo.notifications.actions.read import read
from acuerdo.notifications.forms import DAYS
from acuerdo.notifications.models import Notice
from acuerdo.notifications.queries import ALWAYS, KINDS, MAIL, way_of

URL = "/cuenta/avisos/"


def filled(**more):
    ways = {f"kind-{kind}": "mail" for kind in KINDS}
    return {**ways, **{f"days-{days}": "" for days, _label in DAYS}, "digest_at": "08:00", **more}


def test_ways_digest_and_hours_are_kept(signed_in, agent):
    said = filled(**{"kind-wrote": "digest", "kind-clock": "page", "digest_at": "10:30", "days-mon-fri": "07:00-12:00, 14:00-17:00"})

    assert signed_in.post(URL, said).status_code == 302

    agent.refresh_from_db()
    assert agent.notices == {"wrote": "digest", "clock": "page", "digest_at": "10:30"}
    assert agent.week == {"mon-fri": ["07:00-12:00", "14:00-17:00"]}
    shown = signed_in.get(URL).content.decode()
    assert "07:00-12:00, 14:00-17:00" in shown
    assert "10:30" in shown


def test_hours_that_cannot_be_read_come_back_with_what_was_typed(signed_in, agent):
    answer = signed_in.post(URL, filled(**{"days-sat": "de 8 a 12"}))

    assert answer.status_code == 422
    assert "de 8 a 12" in answer.content.decode()
    agent.refresh_from_db()
    assert agent.week == {}


def test_days_that_the_form_does_not_show_stay(signed_in, agent):
    agent.week = {"tue": "08:00-09:00"}
    agent.save()

    signed_in.post(URL, filled())

    agent.refresh_from_db()
    assert agent.week == {"tue": "08:00-09:00"}


def test_a_customers_formal_mails_cannot_be_turned_off_but_their_language_is_theirs(client, diana):
    client.force_login(diana.person)
    shown = client.get(URL).content.decode()

    assert "no se pueden apagar" in shown
    assert reverse("people:account") in shown
    client.post(URL, filled(**{"kind-wrote": "off"}))
    diana.person.refresh_from_db()
    assert diana.person.notices == {}


def test_a_stranger_signs_in_first(client, desk):
    assert client.get(URL).status_code == 302


def test_what_is_read_in_one_tab_is_said_to_the_others_and_reading_nothing_is_not(person_of, now):
    person = person_of("agent")
    Notice.objects.create(person=person, key="k", kind="x", text="Mire", url="/console/", created_at=now)
    with CaptureQueriesContext(connection) as first:
        assert read(person, at=now) == 1
    with CaptureQueriesContext(connection) as again:
        assert read(person, at=now) == 0

    assert f"person-{person.pk}" in first[-1]["sql"]
    assert not any("pg_notify" in query["sql"] for query in again)


def test_notices_on_the_desktop_are_offered_by_a_button_that_shows_with_script_only(signed_in):
    assert "data-desktop hidden" in signed_in.get("/cuenta/avisos/").text


def kinds_in(source):
    """What the calls of a source file tell people of: `tell(…, kind="…")` and `Word(…, kind="…")`."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    said = [word for call in calls if call.func.id in {"tell", "Word"} for word in call.keywords if word.arg == "kind"]
    return {word.value.value for word in said if isinstance(word.value, ast.Constant)}


def kinds_told():
    root = Path(acuerdo.__file__).parent  # which may itself lie in a folder of that name
    sources = [path for path in root.rglob("*.py") if "tests" not in path.relative_to(root).parts]
    return set().union(*(kinds_in(path.read_text(encoding="utf-8")) for path in sources))


def test_all_that_people_are_told_of_has_its_setting_unless_nobody_may_turn_it_off():
    assert kinds_told() == {*KINDS, *ALWAYS}


@pytest.mark.parametrize("kind", ALWAYS)
def test_what_nobody_may_turn_off_comes_whatever_is_stored(agent, kind):
    agent.notices = {kind: "off"}
    assert way_of(agent, kind) == MAIL


def test_the_page_offers_every_kind_with_its_words(signed_in):
    shown = signed_in.get(URL).text
    for words in ("Se decide una aprobación", "Una regla de escalamiento", "Avanza un caso crítico", "Llega el día planeado"):
        assert words in shown
