"""The page of the rules of where cases go: each a sentence, in an order, tried before it holds."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.tickets import Route, covered_by
from acuerdo.events.models import Event
from acuerdo.people.models import Absence, Team
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.save_rule import move_rule, remove_rule
from acuerdo.tickets.models import RoutingRule, Skill

pytestmark = pytest.mark.django_db
NEW, LIST = "/admin/rutas/nueva/", "/admin/rutas/"


@pytest.fixture
def admin(client, person_of):
    client.force_login(person_of("admin", "Alba"))
    return client


@pytest.fixture
def team(person_of):
    made = Team.objects.create(slug="nomina", name="Nómina")
    made.members.set([person_of("agent", "Ana"), person_of("agent", "Beto")])
    return made


@pytest.fixture
def three(team):
    return [RoutingRule.objects.create(place=n, product=f"p{n}", team=team) for n in (1, 2, 3)]


def order():
    return list(RoutingRule.objects.order_by("place", "pk").values_list("product", flat=True))


def test_a_rule_is_made_and_reads_as_a_sentence(admin, team, clinic):
    sent = {
        "product": "falcon-cloud", "organisation": "clínica santa aurelia", "team": team.pk, "level": "segundo-nivel", "shares": "on",
    }  # fmt: skip

    page = admin.post(NEW, sent, follow=True).text

    said = "van al equipo Nómina, al nivel «Segundo nivel», a quien esté en turno y tenga menos casos."
    assert said in page
    assert "de Clínica Santa Aurelia" in page
    assert RoutingRule.objects.get().organisation == clinic
    assert Event.objects.filter(kind="rule.kept", subject_kind="rule").count() == 1


def test_its_history_says_the_words_of_the_manual_and_of_the_desk_and_no_keys(admin, team, clinic):
    admin.post(NEW, {"on": "arrival", "product": "falcon-cloud", "team": team.pk, "level": "segundo-nivel", "shares": "on"})

    history = admin.get(LIST).text.split("creó una regla de reparto")[1]

    for words in ("Al llegar, o al clasificarse", "Falcon Cloud", "Nómina", "Segundo nivel", "repartir</span> sí"):
        assert words in history
    assert not [key for key in ("arrival", "falcon-cloud", "segundo-nivel") if key in history]


def test_it_is_changed_where_it_stands(admin, three, team):
    admin.post(reverse("rule", args=[three[1].pk]), {"product": "p2", "level": "segundo-nivel"})

    assert order() == ["p1", "p2", "p3"]
    assert (RoutingRule.objects.get(pk=three[1].pk).team, RoutingRule.objects.get(pk=three[1].pk).level) == (None, "segundo-nivel")


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({}, "Diga a dónde van"),
        ({"level": "segundo-nivel", "shares": "on"}, "Para repartir hace falta un equipo"),
        ({"organisation": "Nadie S. A.", "level": "segundo-nivel"}, "No hay un cliente con ese nombre"),
        ({"level": "décimo"}, "Revise un dato"),
        ({"person": "999999"}, "Revise un dato"),
    ],
)
def test_what_would_send_cases_nowhere_is_asked_for_again_and_nothing_typed_is_lost(admin, desk, sent, why):
    page = admin.post(NEW, sent)

    assert (page.status_code, why in page.text, RoutingRule.objects.exists()) == (422, True, False)


def test_one_is_moved_up_and_down_and_stays_at_the_ends(admin, three):
    where = reverse("rule_order", args=[three[2].pk])
    for expected in (["p1", "p3", "p2"], ["p3", "p1", "p2"], ["p3", "p1", "p2"]):
        admin.post(where, {"hacia": "arriba"})
        assert order() == expected
    admin.post(where, {"hacia": "abajo"})

    assert order() == ["p1", "p3", "p2"]
    assert Event.objects.filter(kind="rule.kept").count() == 3


def test_one_is_taken_away_and_its_log_says_what_it_was(admin, three, by, now):
    admin.post(reverse("rule_order", args=[three[0].pk]), {"hacia": "fuera"})

    assert order() == ["p2", "p3"]
    assert Event.objects.get(kind="rule.removed").facts["before"]["team"] == "Nómina"
    remove_rule(three[0].pk, by=by, at=now)
    move_rule(three[0].pk, 1, by=by, at=now)
    assert admin.post(reverse("rule_order", args=[three[0].pk]), {"hacia": "abajo"}).status_code == 404


def test_a_rule_that_an_earlier_one_leaves_nothing_says_so(admin, team):
    RoutingRule.objects.create(place=1, product="p1", team=team)
    RoutingRule.objects.create(place=2, product="p1", type="incidente", level="segundo-nivel")

    assert "la regla 1 los toma antes" in admin.get(LIST).text


def test_only_an_earlier_rule_that_asks_for_no_more_covers_another():
    narrow, wide, other = Route({"type": "a", "product": "b"}), Route({"type": "a", "product": ""}), Route({"type": "c"})

    assert [covered_by([narrow, wide, other], place) for place in range(3)] == [None, None, None]
    assert covered_by([other, wide, narrow], 2) == 1


def test_a_trial_says_where_a_case_would_go_and_changes_nothing(admin, team, clinic):
    RoutingRule.objects.create(place=1, organisation=clinic, person=team.members.get(name="Ana"), team=team)
    today = day_of(timezone.now())
    Absence.objects.create(person=team.members.get(name="Ana"), starts_on=today, ends_on=today, substitute=team.members.get(name="Beto"))
    before = Event.objects.count()

    asked = admin.get(LIST, {"probar": "1", "organisation": "Clínica Santa Aurelia"}).text
    assert "Por la regla 1, iría al equipo Nómina, a Beto, que reemplaza a Ana." in asked
    assert "Ninguna regla lo toma: quedaría en la cola" in admin.get(LIST, {"probar": "1"}).text
    assert "No hay un cliente con ese nombre." in admin.get(LIST, {"probar": "1", "organisation": "Otra"}).text
    assert Event.objects.count() == before


def test_what_people_know_is_written_down_and_rules_ask_for_it(admin, team):
    ana = team.members.get(name="Ana")
    admin.post(reverse("skill_new"), {"name": "Oracle", "people": [ana.pk]})
    admin.post(NEW, {"team": team.pk, "shares": "on", "skill": "oracle"})

    page = admin.get(LIST).text
    assert "Todos los casos van al equipo Nómina, a quien sepa Oracle, esté en turno y tenga menos casos." in page
    assert list(Skill.objects.get().people.all()) == [ana]
    assert admin.post(reverse("skill_new"), {"name": "ORACLE"}).status_code == 422

    admin.post(reverse("skill", args=[Skill.objects.get().pk]), {"name": "Oracle 19", "people": []})
    assert (Skill.objects.get().slug, Skill.objects.get().name, Skill.objects.get().people.count()) == ("oracle", "Oracle 19", 0)


def test_a_value_that_the_manual_no_longer_knows_stays_on_its_rule(admin, team):
    rule = RoutingRule.objects.create(place=1, product="descontinuado", team=team)

    admin.post(reverse("rule", args=[rule.pk]), {"product": "descontinuado", "team": team.pk})

    assert RoutingRule.objects.get().product == "descontinuado"
    assert "Los casos de descontinuado van al equipo Nómina." in admin.get(LIST).text


def test_the_page_asks_as_much_for_many_rules_as_for_few(admin, team, django_assert_max_num_queries):
    for n in range(12):
        RoutingRule.objects.create(place=n, product=f"p{n}", team=team, person=team.members.first())
    Absence.objects.create(person=team.members.first(), starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2))
    admin.get(LIST)

    with django_assert_max_num_queries(20):
        admin.get(LIST)
