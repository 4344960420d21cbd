"""What is new: cases that came and an order that changed while the queue is open, what is unread, and one's notices."""

from datetime import UTC, datetime

import pytest

from acuerdo.console.tests.moments import ago
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.notifications.models import Notice
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.be_present import be_present
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report

pytestmark = pytest.mark.django_db
QUEUE = "/console/"


def test_news_says_how_many_cases_came_and_nothing_when_nothing_did(signed_in, open_case):
    open_case(at=ago(hours=1))
    page = signed_in.get(QUEUE)
    asked = {"desde": page.context["newest"], "sello": page.context["stamp"]}
    assert "caso nuevo" not in signed_in.get("/console/novedades/", asked).text
    assert "La cola cambió" not in signed_in.get("/console/novedades/", asked).text

    open_case(at=ago(minutes=5))

    assert "1 caso nuevo" in signed_in.get("/console/novedades/", asked).text


def test_a_search_is_told_by_the_page_that_it_shows(signed_in, open_case, monkeypatch):
    for module in ("console.queries.cases", "console.views.news"):
        monkeypatch.setattr(f"acuerdo.{module}.FOUND", 2)
    for number in range(4):
        open_case(f"Nómina {number}", at=ago(hours=1))
    page = signed_in.get(QUEUE, {"q": "nomina"})
    asked = {"q": "nomina", "desde": page.context["newest"], "sello": page.context["stamp"]}

    assert "La cola cambió" not in signed_in.get("/console/novedades/", asked).text


def test_news_says_that_the_order_changed(signed_in, open_case, by):
    open_case(at=ago(hours=1))
    case = open_case(at=ago(hours=1))
    page = signed_in.get(QUEUE)

    classify(case.pk, {"priority": "critico"}, by=by, at=ago(minutes=1))

    asked = {"desde": page.context["newest"], "sello": page.context["stamp"]}
    assert "La cola cambió" in signed_in.get("/console/novedades/", asked).text


def test_a_row_that_changed_where_it_stands_is_no_change_of_the_order_but_is_told(signed_in, open_case, agent, by):
    case = open_case(at=ago(hours=1))
    page = signed_in.get(QUEUE)

    assign(case.pk, agent, by=by, at=ago(minutes=1))

    asked = {"desde": page.context["newest"], "sello": page.context["stamp"]}
    said = signed_in.get("/console/novedades/", asked).text
    assert "La cola cambió" not in said
    assert f'data-shown="{page.context["stamp"]}"' not in said
    assert f'data-shown="{signed_in.get(QUEUE).context["stamp"]}"' in said


def test_what_happened_since_one_looked_is_unread_and_looking_reads_it(signed_in, open_case, agent, diana, by):
    def unread():
        return [row.number for band in signed_in.get(QUEUE).context["bands"] for row in band.rows if row.is_unread]

    theirs, mine = open_case("De nadie", at=ago(hours=3)), open_case("Mío", at=ago(hours=2))
    assign(mine.pk, agent, by=Actor("person", 0, "Otra persona"), at=ago(hours=1))
    assert unread() == [mine.number]

    for case in (theirs, mine):
        be_present(case.number, "viewing", person=agent, at=ago(minutes=30))
    assert unread() == []

    match = match_sender(diana.email, ago().date())
    hear(theirs.pk, Report(subject="", text="¿Y?", channel="email"), contact=diana, match=match, by=Actor("contact"), at=ago(minutes=20))
    assert unread() == [theirs.number]
    assert "Sin leer" in signed_in.get(QUEUE).text
    be_present(theirs.number, "gone", person=agent, at=ago(minutes=1))
    assert unread() == []


def test_notices_are_ones_own_and_can_be_read(client, person_of):
    mine, other = person_of("agent"), person_of("agent")
    at = datetime(2026, 11, 20, tzinfo=UTC)
    Notice.objects.create(person=mine, key="a", kind="x", text="Le asignaron el caso 7", created_at=at)
    Notice.objects.create(person=other, key="a", kind="x", text="De otro", created_at=at)
    client.force_login(mine)

    page = client.get("/console/avisos/").text
    assert "Le asignaron el caso 7" in page
    assert "De otro" not in page
    client.post("/console/avisos/")
    assert Notice.objects.filter(read_at=None).get().person == other
