"""A demo desk as it is made, with a shorter history: whole, deterministic, and every language of clock in its queue."""

import stat
from dataclasses import replace

import pytest
from django.db import transaction
from django.test import override_settings

from acuerdo.audit.queries.clocks import wrong_clocks
from acuerdo.automation.models import Macro
from acuerdo.core.tickets import Place
from acuerdo.customers.models import Contract, Organisation
from acuerdo.desks.models import Desk
from acuerdo.desks.queries import in_desk
from acuerdo.events.models import Event, Reaction
from acuerdo.events.queries import broken
from acuerdo.notifications.models import Outgoing
from acuerdo.people.models import Absence, Person, Team
from acuerdo.publishing.models import Acknowledgement
from acuerdo.setup.demo import logins
from acuerdo.setup.demo.make import make_demo, make_desk, see_to
from acuerdo.setup.demo.roster import roster_of
from acuerdo.tickets.models import Approval, Clock, Link, Message, SavedView, Task, Ticket, TimeEntry, Watcher
from conftest import NOW

ROSTER = replace(roster_of("sgm"), cases=14)


def make():
    make_desk(ROSTER, at=NOW)


@pytest.fixture(scope="module")
def told_before(django_db_setup, django_db_blocker, tmp_path_factory):
    """What another run of the same day told; undone."""
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files")), transaction.atomic():
        make()
        with in_desk("sgm"):
            found = told()
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def sgm(told_before, django_db_blocker, tmp_path_factory):
    """The SGM desk, entered; made once and undone at the end."""
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files")), transaction.atomic():
        make()
        with in_desk("sgm") as desk:
            yield desk
        transaction.set_rollback(True)


def told():
    """The history as values that keys and salts of a run do not touch."""
    number = dict(Ticket.objects.values_list("pk", "number"))
    events = Event.objects.filter(subject_kind="ticket").order_by("subject_id", "position")
    own = {"message", "follows", "to", "before"}
    happened = [
        (number[one.subject_id], one.at, one.kind, one.actor_kind, sorted((k, str(v)) for k, v in one.facts.items() if k not in own))
        for one in events
    ]
    said = list(Message.objects.order_by("ticket__number", "at", "pk").values_list("ticket__number", "kind", "text", "at"))
    cases = list(Ticket.objects.order_by("number").values_list("number", "subject", "status", "facts", "assignee__name", "contact__email"))
    return happened, said, cases


def test_every_place_of_the_queue_is_taken(sgm):
    places = set(Ticket.objects.values_list("place", flat=True))

    assert places == {place.value for place in Place}


def test_every_state_of_a_clock_is_there(sgm):
    promises = set(Clock.objects.filter(kind="promise").values_list("state", flat=True))
    windows = set(Clock.objects.filter(kind="window").values_list("state", flat=True))

    assert promises >= {"running", "paused", "met", "breached"}
    assert windows >= {"running", "elapsed", "answered"}


def test_some_clocks_are_near_their_end_and_one_that_runs_is_late(sgm):
    live = Clock.objects.filter(kind="promise", stopped_at=None, ticket__closed_at=None)

    assert live.filter(state="breached").exists()
    assert any("4/5" in row.told and "1" not in row.told for row in live.filter(state="running"))


def test_most_promises_were_kept(sgm):
    ended = Clock.objects.filter(kind="promise", stopped_at__isnull=False)

    assert ended.filter(state="met").count() >= 0.8 * ended.exclude(state="cancelled").count()


def test_stored_clocks_are_what_the_log_says(sgm):
    assert [one for one in wrong_clocks(NOW, ended=True) if not isinstance(one, int)] == []


def test_the_log_is_whole(sgm):
    assert list(broken(Event.objects.order_by("subject_kind", "subject_id", "position"))) == []


def test_nothing_happened_after_now_or_waits_to_happen_at_once(sgm):
    assert not Event.objects.filter(at__gt=NOW).exists()
    assert not Clock.objects.filter(alarm_at__lte=NOW).exists()


def test_the_past_sends_nothing(sgm):
    assert not Reaction.objects.exists()
    assert not Outgoing.objects.exists()


def test_silence_reminds_and_closes_by_the_manual(sgm):
    kinds = set(Event.objects.values_list("kind", flat=True))

    assert {"ticket.reminded", "ticket.clock_warned"} <= kinds
    assert Ticket.objects.filter(closed_as="silence").exists()


def test_open_cases_show_the_work_that_is_done_besides_telling(sgm):
    begun = Ticket.objects.filter(status="waiting_customer", checklists__isnull=False).get()

    assert begun.checklists.get().checks.exclude(state="").count() == 1
    assert Approval.objects.filter(kind="committee", decided_at=None, ticket__status="waiting_approval").exists()
    assert Ticket.objects.exclude(tags=[]).exists()
    assert Team.objects.filter(members__isnull=False).exists()
    for told_of in (Absence, Acknowledgement, Link, Macro, SavedView, Task, TimeEntry, Watcher):
        assert told_of.objects.exists(), told_of


def test_a_mail_that_came_twice_is_part_of_the_first(sgm):
    twice = Ticket.objects.filter(merged_into__isnull=False)

    assert all(ticket.merged_into.subject == ticket.subject for ticket in twice)
    assert Ticket.objects.filter(closed_as="duplicate").count() == twice.count()


def test_what_customers_bought_is_varied(sgm):
    assert Contract.objects.filter(ends_on__lt=NOW.date()).exists()
    assert Organisation.objects.count() >= 6


def test_the_same_day_gives_the_same_history(told_before, sgm):
    assert told() == told_before


def test_people_enter_with_the_passwords_of_the_file_and_a_second_run_makes_nothing(sgm, settings, tmp_path):
    settings.DATA, settings.PASSWORD_HASHERS, heard = tmp_path, ["django.contrib.auth.hashers.Argon2PasswordHasher"], []
    _desk, cases, login = see_to("sgm", NOW)
    logins.write([login])

    make_demo(at=NOW, tell=lambda *said: heard.append(said), desks=["sgm"])

    assert heard == []
    assert cases == Ticket.objects.count()
    assert logins.read() == [login]
    assert stat.S_IMODE(logins.where().stat().st_mode) == 0o600
    assert all(Person.objects.get(email=one["email"]).check_password(one["password"]) for one in login["people"])


def test_a_desk_of_somebodys_own_is_left_alone_whatever_its_name(sgm, settings, tmp_path):
    settings.DATA, heard = tmp_path, []
    with transaction.atomic():
        Desk.objects.filter(schema_name="sgm").update(is_demo=False)
        make_demo(at=NOW, tell=lambda *said: heard.append(said), desks=["sgm"])
        transaction.set_rollback(True)

    assert heard == []
    assert not logins.where().exists()


def test_the_first_sign_in_makes_a_hash_of_the_full_cost(sgm, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    _desk, _cases, login = see_to("sgm", NOW)
    person = Person.objects.get(email=login["people"][0]["email"])

    assert "m=8192" in person.password
    assert person.check_password(login["people"][0]["password"])
    assert "m=102400" in Person.objects.get(pk=person.pk).password


def test_lost_log_ins_are_made_anew_for_the_same_people(sgm):
    _desk, _cases, first = see_to("sgm", NOW)
    _desk, _cases, second = see_to("sgm", NOW)

    assert [one["email"] for one in first["people"]] == [one["email"] for one in second["people"]]
    assert all(one["password"] != other["password"] for one, other in zip(first["people"], second["people"], strict=True))


def test_a_file_that_was_cut_off_is_as_if_it_were_not_there(settings, tmp_path):
    settings.DATA = tmp_path
    logins.where().write_text('[{"desk": "sg')

    assert logins.read() == []
