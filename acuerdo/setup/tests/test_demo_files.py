"""What the demonstration tells is what its manuals know: checked without a database."""

import re
from random import Random

import pytest

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.agreements import read
from acuerdo.core.tickets import reachable
from acuerdo.setup.actions.create_desk import manual_text
from acuerdo.setup.demo.passwords import new_password
from acuerdo.setup.demo.roster import DESKS, roster_of
from acuerdo.setup.demo.scenes import promises
from acuerdo.setup.demo.stories import MILESTONES, stories_of, told


@pytest.fixture(params=DESKS)
def desk(request):
    return request.param


@pytest.fixture
def agreement(desk):
    return read(manual_text(desk), holidays=holidays_of)


@pytest.fixture
def stories(desk):
    return [told(one, Random(desk), turn) for turn, one in enumerate(stories_of(desk))]


def test_people_have_roles_and_levels_of_the_manual(desk, agreement):
    ladder = agreement.ladder

    for one in roster_of(desk).people:
        assert one.title in agreement.roles
        assert not one.level or one.level in ladder.steps


def test_few_sign_in_and_they_are_of_every_kind(desk, agreement):
    roster = roster_of(desk)
    kinds = [str(agreement.roles[one.title].acts_as) for one in roster.people if one.signs_in]

    assert {"admin", "agent", "supervisor", "auditor"} == set(kinds)
    assert 3 <= kinds.count("agent") <= 4
    assert sum(one.signs_in for client in roster.clients for one in client.contacts) == 2


def test_contracts_are_on_plans_of_the_manual_and_their_own_terms_can_be_meant(desk, agreement):
    for client in roster_of(desk).clients:
        for bought in client.contracts:
            assert bought.plan in agreement.plans if agreement.plans else not bought.plan
            assert set(bought.scope) <= set(agreement.catalogue)
            agreement.overrides(bought.overrides)


def test_some_contract_is_in_doubt_and_some_has_terms_of_its_own(desk):
    clients = roster_of(desk).clients

    assert any(len(one.contracts) > 1 for one in clients)
    assert any(bought.until is not None and bought.until < 0 for one in clients for bought in one.contracts)
    if desk in {"proware", "soporte", "interwapp"}:
        assert any(bought.overrides for one in clients for bought in one.contracts)


def test_contacts_have_levels_of_the_customers_ladder(desk, agreement):
    steps = {step for ladder in agreement.levels.values() if ladder.side == "customer" for step in ladder.steps}

    for client in roster_of(desk).clients:
        assert {one.level for one in client.contacts} <= (steps or {""})


def test_every_address_is_invented(desk):
    roster = roster_of(desk)
    domains = [client.domain for client in roster.clients] + [one.email.partition("@")[2] for one in roster.strangers]

    assert all(domain.endswith(".example") for domain in domains)
    assert len(set(domains)) == len(domains)


def test_twelve_subjects_at_least_are_told(stories):
    assert len({story.subject for story in stories}) >= 12


def test_facts_channels_and_reasons_are_those_of_the_manual(stories, agreement):
    for story in stories:
        for name, value in {**story.facts, **story.proposed}.items():
            assert value in agreement.facts[name], story.subject
        assert story.channel in agreement.channels
        assert not story.closed_as or story.closed_as in agreement.closure.reasons
        assert set(story.evidence) <= set(agreement.closure.evidence)


def test_beats_reach_milestones_levels_and_statuses_that_the_manual_has(stories, agreement):
    for story in stories:
        level = agreement.ladder.start or next(iter(agreement.ladder.steps))
        for beat in story.beats:
            assert set(MILESTONES.get(beat.kind, ())) <= set(agreement.milestones)
            if beat.kind == "waits":
                assert agreement.statuses[beat.to].used, story.subject
            if beat.kind == "raises":
                assert beat.to in reachable(agreement.ladder.rungs, level)
                level = beat.to


def test_every_gap_is_filled(desk):
    for turn in range(4):
        for one in stories_of(desk):
            story = told(one, Random(turn), turn)
            texts = [story.subject, story.tells, story.file, *(beat.text for beat in story.beats)]
            assert not any(re.search(r"[{}]", text) for text in texts)


def test_a_story_that_ends_is_solved_and_a_rejected_one_solved_again(stories):
    for story in stories:
        assert story.only_now != story.has("solves"), story.subject
        assert story.has("rejects") == story.has("solves_again")


def test_the_clocks_of_the_history_are_those_that_its_actions_can_move(agreement):
    assert promises(agreement)


def test_passwords_are_words_and_digits_and_never_twice_the_same():
    made = {new_password() for _ in range(50)}

    assert len(made) == 50
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-[a-z]+-\d{4}", one) for one in made)
