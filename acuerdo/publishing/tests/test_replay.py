"""The cases of ninety days under a draft: what would have been late, what is not known, and never twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.agreements.queries import read_text
from acuerdo.core.agreements import Faults
from acuerdo.customers.models import Contract
from acuerdo.people.access import as_actor
from acuerdo.publishing.actions.draft import save
from acuerdo.publishing.actions.replay import advance, start_replay
from acuerdo.publishing.models import Replay, ReplayedCase
from acuerdo.publishing.queries.effect import Effect
from acuerdo.publishing.queries.mending import mended
from acuerdo.publishing.queries.worded import checked
from acuerdo.publishing.tests.drafts import FASTER, draft_of
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.queries import agreement_for

EFFECT = "/admin/manual/borrador/efecto/"


@pytest.fixture
def admin(person_of):
    return person_of("admin", "Patricia Henao")


@pytest.fixture
def browser(client, admin):
    client.force_login(admin)
    return client


@pytest.fixture
def solved_after(open_case, by, now):
    """A factory of critical incidents, answered at once and solved after so many hours of an open day: Tuesday 17 November 2026, from 9:00."""

    def make(hours, opened=None, facts=None):
        opened = opened or now.replace(day=17, hour=14)
        case = open_case(at=opened)
        classify(case.pk, {"priority": "critico", "type": "incidente", **(facts or {})}, by=by, at=opened)
        answer(case.pk, "Ya lo miramos.", by=by, at=opened + timedelta(minutes=10))
        evidence = {item.id: "Probado" for item in agreement_for(case).closure.evidence.values()}
        solve(case.pk, "Listo", by=by, at=opened + timedelta(hours=hours), evidence=evidence)
        case.refresh_from_db()
        return case

    return make


def replayed(draft, admin, at, step=100):
    replay = start_replay(draft, person=admin, at=at)
    while advance(replay.pk, at=at, step=step):
        pass
    replay.refresh_from_db()
    return replay, Effect(replay, read_text(replay.text))


def test_a_case_that_was_in_time_would_have_been_late(solved_after, admin, now):
    case = solved_after(5)
    solved_after(3)

    replay, effect = replayed(draft_of(admin, now), admin, now)

    assert (effect.cases["was"], effect.cases["would"], effect.cases["of"]) == (0, 1, 2)
    row = next(row for row in effect.by_clock if row.id == "resolution")
    assert (row.of, row.was, row.would, row.new, row.gone) == (2, 0, 1, 1, 0)
    assert effect.worst_plan == ("Plan Empresarial", 1)
    kept = ReplayedCase.objects.get(replay=replay, clock="resolution", would_be_late=True)
    assert kept.number == case.number
    assert kept.was_due - kept.would_be_due == timedelta(hours=2)


def test_a_slower_promise_lets_cases_be_in_time(solved_after, admin, now):
    solved_after(7)

    draft = draft_of(admin, now)
    draft.text = draft.text.replace(FASTER, FASTER.replace("< 4", "< 9"))
    draft.text = mended(draft.text, checked(draft.text, "es").remarks)
    draft.save()
    _replay, effect = replayed(draft, admin, now)

    row = next(row for row in effect.by_clock if row.id == "resolution")
    assert (row.was, row.would, row.gone) == (1, 0, 1)


def test_a_fact_the_draft_no_longer_knows_is_told_not_guessed(solved_after, admin, now):
    case = solved_after(5)
    draft = draft_of(admin, now)
    agreement = read_text(draft.text)
    assert "critico" in agreement.fields["priority"].values
    draft.text = draft.text.replace("critico", "maximo")
    read_text(draft.text)
    draft.save()

    replay, effect = replayed(draft, admin, now)

    assert (effect.cases["would"], effect.cases["of"]) == (0, 0)
    assert [(problem.kind, problem.facts, problem.cases) for problem in effect.problems] == [
        ("unknown_fact", {"fact": "priority", "value": "critico"}, 1)
    ]
    assert replay.cases.get().number == case.number


def test_a_contracts_own_terms_hold_under_the_draft_too(solved_after, clinic, admin, now):
    Contract.objects.filter(organisation=clinic).update(overrides={"targets": [{"clock": "resolution", "target": "< 20 business hours"}]})
    solved_after(5)

    _replay, effect = replayed(draft_of(admin, now), admin, now)

    assert effect.cases["would"] == 0


def test_a_contract_that_does_not_fit_the_draft_is_told(solved_after, clinic, admin, now):
    Contract.objects.filter(organisation=clinic).update(overrides={"calendar": "continuo"})
    solved_after(5)
    draft = draft_of(admin, now)
    draft.text = draft.text.replace('"continuo"', '"siempre"').replace("[calendars.continuo]", "[calendars.siempre]")
    read_text(draft.text)
    draft.save()

    _replay, effect = replayed(draft, admin, now)

    assert [problem.kind for problem in effect.problems] == ["contract"]


def test_steps_and_one_go_say_the_same_and_a_step_twice_counts_once(solved_after, admin, now):
    for hours in (1, 5, 7):
        solved_after(hours)
    draft = draft_of(admin, now)

    _replay, whole = replayed(draft, admin, now)
    found = whole.cases, whole.by_plan, whole.by_clock
    stepped, effect = replayed(draft, admin, now, step=1)

    assert stepped.done == 3
    assert not advance(stepped.pk, at=now)
    assert (effect.cases, effect.by_plan, effect.by_clock) == found


def test_only_the_cases_of_ninety_days_count(solved_after, open_case, admin, now):
    solved_after(5, opened=now - timedelta(days=91))

    _replay, effect = replayed(draft_of(admin, now), admin, now)

    assert effect.cases["of"] == 0


def test_a_text_with_faults_is_not_replayed(desk, admin, now):
    draft = draft_of(admin, now, change=lambda _text: "roto = ")

    with pytest.raises(Faults):
        start_replay(draft, person=admin, at=now)


def test_nothing_of_a_case_is_changed(solved_after, admin, now):
    case = solved_after(5)
    before = list(case.clocks.order_by("pk").values())

    replayed(draft_of(admin, now), admin, now)

    assert list(case.clocks.order_by("pk").values()) == before


def test_the_page_begins_it_shows_how_far_it_is_and_then_what_it_found(solved_after, browser, admin):
    case = solved_after(5, opened=timezone.now().replace(hour=14) - timedelta(days=1))
    draft_of(admin, timezone.now())

    assert browser.post(EFFECT).status_code == 303
    assert "0 de 1 casos" in browser.get(EFFECT).content.decode()
    assert browser.post(EFFECT).status_code == 303
    assert Replay.objects.count() == 1

    while advance(Replay.objects.get().pk, at=timezone.now()):
        pass

    page = browser.get(EFFECT).content.decode()
    assert "caso abierto" in page or "casos abiertos" in page
    assert "de 1</b> casos habrían vencido" in page
    cases = browser.get(f"{EFFECT}casos/?cuales=vencerian&reloj=resolution").content.decode()
    assert reverse("console:case", args=[case.number]) in cases or "Ninguno" in cases


def test_a_result_of_an_earlier_text_says_so(solved_after, browser, admin, now):
    solved_after(5)
    draft = draft_of(admin, now)
    replayed(draft, admin, now)
    save(draft.text + "# más\n", draft.revision, person=admin, by=as_actor(admin), at=now)

    assert "el texto cambió después" in browser.get(EFFECT).content.decode()


@pytest.mark.parametrize(
    "query", ["cuales=x&reloj=%00&plan=" + "9" * 500, "pagina=9e9", "pagina=-1", "cuales=sin-comparar", "cuales=sin-tiempo"]
)
def test_made_up_questions_are_answered(solved_after, browser, admin, now, query):
    solved_after(5)
    replayed(draft_of(admin, now), admin, now)

    assert browser.get(f"{EFFECT}casos/?{query}").status_code == 200
