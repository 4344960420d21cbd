"""People are told in their own working hours unless a rule says at once (clocks.md 8)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from acuerdo.agreements.queries import agreement_of, version_on
from acuerdo.desks.queries import current_schema
from acuerdo.notifications.actions.digest import send_digests
from acuerdo.notifications.actions.queue import queue, queue_all
from acuerdo.notifications.actions.tell import Word, tell_people
from acuerdo.notifications.actions.wake import wake_held, wake_lost
from acuerdo.notifications.jobs import hand_over, see_to_due
from acuerdo.notifications.models import Notice, Outgoing
from acuerdo.notifications.queries import next_digest, working_time
from acuerdo.people.models import Absence

#: Friday 20 November 2026, 20:00 in Bogotá: the office of Proware closes at 17:00.
FRIDAY_NIGHT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
MONDAY_NINE = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@pytest.fixture
def office(desk, now):
    agreement = agreement_of(version_on(now.date()))
    return agreement.calendars["oficina"]


def word(office, **more):
    said = {"key": "clock-7", "kind": "clock", "text": "Se vence el caso #%(number)s", "facts": {"number": 7}, "url": "/console/casos/7/"}
    return Word(**{**said, "subject": "Un plazo", "about": ("ticket", 7), "hours": office, **more})


def test_the_notice_is_there_at_once_and_the_mail_waits_for_the_morning(agent, office):
    tell_people([agent], word(office), at=FRIDAY_NIGHT)

    assert Notice.objects.get(person=agent).created_at == FRIDAY_NIGHT
    assert Outgoing.objects.get(to=agent.email).not_before == MONDAY_NINE


def test_a_rule_that_says_at_once_waits_for_nobody(agent, office):
    agent.notices = {"clock": "off"}
    tell_people([agent], word(office, at_once=True), at=FRIDAY_NIGHT)

    assert Outgoing.objects.get(to=agent.email).not_before is None


def test_ones_own_hours_go_before_the_desks_and_its_holidays_hold_for_all(agent, office):
    agent.week = {"mon-sun": "06:00-22:00"}

    assert working_time(agent, FRIDAY_NIGHT, office) == FRIDAY_NIGHT
    # Friday 25 December is a holiday; Saturday at six is not.
    assert working_time(agent, datetime(2026, 12, 25, 15, 0, tzinfo=UTC), office) == datetime(2026, 12, 26, 11, 0, tzinfo=UTC)


def test_who_is_away_gives_place_to_their_substitute_and_the_substitutes_substitute(agent, person_of, office):
    luis, eva = person_of("agent", "Luis Peña"), person_of("agent", "Eva Ruiz")
    for person, substitute in ((agent, luis), (luis, eva)):
        Absence.objects.create(person=person, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 27), substitute=substitute)

    tell_people([agent, eva], word(office), at=FRIDAY_NIGHT)

    assert list(Notice.objects.values_list("person__name", "text")) == [("Eva Ruiz", "Se vence el caso #7")]


def test_a_substitute_reads_for_whom_they_stand_in(agent, person_of, office):
    luis = person_of("agent", "Luis Peña")
    Absence.objects.create(person=agent, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 20), substitute=luis)

    tell_people([agent], word(office), at=FRIDAY_NIGHT)

    assert Notice.objects.get(person=luis).text == "En lugar de Marcela Ibarra: Se vence el caso #7"


def test_without_a_substitute_the_mail_waits_for_the_return(agent, office):
    Absence.objects.create(person=agent, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 24))

    tell_people([agent], word(office), at=FRIDAY_NIGHT)

    assert Outgoing.objects.get(to=agent.email).not_before == datetime(2026, 11, 25, 14, 0, tzinfo=UTC)


def test_two_jobs_of_one_cause_tell_once(agent, office):
    assert (tell_people([agent], word(office), at=FRIDAY_NIGHT), tell_people([agent], word(office), at=FRIDAY_NIGHT)) == (1, 0)
    assert Outgoing.objects.count() == 1


def test_a_mail_is_not_sent_before_its_moment_whoever_asks(agent, office, mailoutbox):
    tell_people([agent], word(office), at=FRIDAY_NIGHT)
    outgoing = Outgoing.objects.get()
    Outgoing.objects.update(not_before=timezone.now() + timedelta(hours=1), created_at=timezone.now() - timedelta(days=1))

    assert (wake_lost(), wake_held()) == (0, 0)
    hand_over(outgoing.pk)
    assert mailoutbox == []

    Outgoing.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    hand_over(outgoing.pk)
    assert [message.to for message in mailoutbox] == [[agent.email]]


def waiting_jobs():
    return ProcrastinateJob.objects.filter(task_name="notifications.deliver", status="todo", args__desk=current_schema())


def test_a_mail_that_waits_has_no_job_until_its_moment_and_then_one(agent, office):
    tell_people([agent], word(office), at=FRIDAY_NIGHT)
    Outgoing.objects.update(not_before=timezone.now() + timedelta(hours=1))
    assert (wake_held(), waiting_jobs().count()) == (0, 0)

    Outgoing.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    assert [wake_held(), wake_held(), wake_lost()] == [1, 0, 0], "the look of the next minute finds its job waiting"
    assert waiting_jobs().get().args["outgoing_id"] == Outgoing.objects.get().pk


def test_a_look_at_nothing_due_asks_twice_and_at_many_due_as_often_as_at_one(agent, office, django_assert_num_queries):
    with django_assert_num_queries(2):
        see_to_due()
    for key in range(30):
        tell_people([agent], word(office, key=f"clock-{key}"), at=FRIDAY_NIGHT)
    Outgoing.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    with CaptureQueriesContext(connection) as asked:
        assert wake_held() == 30
    assert waiting_jobs().count() == 30
    assert len(asked) <= 4, "one question, one statement, and a savepoint around it"


def test_one_that_was_queued_meanwhile_keeps_its_job_and_the_others_get_theirs(agent, office):
    for key in range(3):
        tell_people([agent], word(office, key=f"clock-{key}"), at=FRIDAY_NIGHT)
    one, *others = Outgoing.objects.values_list("pk", flat=True)
    queue(one)
    queue_all([one, *others])
    assert sorted(job.args["outgoing_id"] for job in waiting_jobs()) == [one, *others]


@pytest.mark.parametrize(("way", "notices", "mails"), [("mail", 1, 1), ("page", 1, 0), ("digest", 1, 0), ("off", 0, 0)])
def test_each_way_that_a_person_may_choose(agent, office, way, notices, mails):
    agent.notices = {"clock": way}
    tell_people([agent], word(office), at=FRIDAY_NIGHT)

    assert (Notice.objects.count(), Outgoing.objects.count()) == (notices, mails)


def test_a_digest_gathers_the_day_and_leaves_out_what_was_read(agent, office):
    agent.notices = {"clock": "digest", "digest_at": "10:30"}
    agent.save()
    for key in ("a", "b", "c"):
        tell_people([agent], word(office, key=key, facts={"number": key}), at=FRIDAY_NIGHT)
    Notice.objects.filter(key="b").update(read_at=FRIDAY_NIGHT)
    due = MONDAY_NINE + timedelta(hours=1, minutes=30)

    assert next_digest(agent, FRIDAY_NIGHT, office) == due
    assert (send_digests(at=due - timedelta(seconds=1)), send_digests(at=due), send_digests(at=due)) == (0, 1, 0)
    mail = Outgoing.objects.get()
    assert mail.subject == "Su resumen: 2 avisos"
    assert "#a" in mail.text and "#c" in mail.text and "#b" not in mail.text


def test_one_digest_that_cannot_be_made_keeps_nobody_elses_waiting(agent, person_of, office, caplog):
    luis = person_of("agent", "Luis Peña")
    for person in (agent, luis):
        person.notices = {"clock": "digest", "digest_at": "10:30"}
        person.save()
    tell_people([agent, luis], word(office), at=FRIDAY_NIGHT)
    first, second = sorted((agent, luis), key=lambda person: person.pk)
    refuse_mails_to(first.email)

    assert send_digests(at=MONDAY_NINE + timedelta(hours=2)) == 1

    assert Outgoing.objects.get().to == second.email
    assert Notice.objects.get(person=first).digested_at is None, "it is tried again"
    assert f"digest of person {first.pk}" in caplog.text


def refuse_mails_to(address):
    """Let the database refuse every mail to somebody, as it would for a fault in what is written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN IF NEW.\"to\" = TG_ARGV[0] THEN RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON notifications_outgoing FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse(%s)", [address]
        )


def test_nonsense_in_the_settings_is_the_default(agent, office):
    agent.notices = {"clock": "pigeon", "digest_at": "25:99"}

    tell_people([agent], word(office), at=FRIDAY_NIGHT)

    assert Outgoing.objects.count() == 1
    assert next_digest(agent, FRIDAY_NIGHT, office) == MONDAY_NINE
