from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from acuerdo.audit.actions.ask_check import ask_checks
from acuerdo.audit.actions.run_check import run_check
from acuerdo.audit.jobs import NIGHT, night, queue_night
from acuerdo.audit.models import Seal, SelfCheck
from acuerdo.audit.wording import problem_in_words
from acuerdo.channels.mail.models import RawMail
from acuerdo.core.tickets import Place, Status
from acuerdo.desks.actions.grant import rights_of
from acuerdo.events.events import Actor
from acuerdo.events.models import Event, EventDetail
from acuerdo.notifications.models import Notice, Outgoing
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.models import Clock, Ticket

Kind, State = SelfCheck.Kind, SelfCheck.State


def ran(kind, at):
    (check,) = ask_checks([kind], at=at)
    return run_check(check.pk, at=at)


def test_good_clocks_are_said_to_be_good(open_case, now):
    open_case()
    open_case("Otro")
    check = ran(Kind.CLOCKS, now)
    assert (check.state, check.checked, check.total, check.differences, check.is_good) == (State.DONE, 2, 2, 0, True)


def test_a_stored_clock_that_is_not_the_logs_is_named_and_told_to_administrators_only(open_case, now, person_of, agent):
    admin = person_of("admin")
    case = open_case()
    row = case.clocks.first()
    Clock.objects.filter(pk=row.pk).update(due_at=row.due_at + timedelta(hours=1))

    check = ran(Kind.CLOCKS, now)

    assert check.differences == 1
    assert check.lines[0][0] == f"#{case.number} {row.clock}/1"
    assert check.lines[0][1].startswith("due_at stored")
    assert [notice.person_id for notice in Notice.objects.filter(key=f"self-check-{check.pk}")] == [admin.pk]


@pytest.mark.parametrize(("column", "is_so"), [("place", Place.RUNNING), ("place_key", None), ("near_key", None)])
def test_a_case_that_stands_elsewhere_in_the_queue_than_its_log_says_is_named_and_mended(open_case, desk, column, is_so, capsys):
    now = timezone.now()  # the command looks at the clock
    case, other = open_case(at=now), open_case("Otro", at=now)
    right = getattr(case, column)
    Ticket.objects.filter(pk=case.pk).update(**{column: right + 1})

    check = ran(Kind.CLOCKS, now)
    assert check.lines == [[f"#{case.number}", f"{column} stored {right + 1}, is {right if is_so is None else is_so}"]]
    assert problem_in_words(check.lines[0][1]).endswith(f"guardado: {right + 1}; el registro da: {right}")

    call_command("check_clocks", desk=desk.schema_name, mend=True)
    assert "Casos guardados de nuevo: 1." in capsys.readouterr().out
    assert getattr(Ticket.objects.get(pk=case.pk), column) == right
    assert ran(Kind.CLOCKS, now).is_good
    logs = [Event.objects.filter(subject_kind="ticket", subject_id=one.pk).count() for one in (case, other)]
    assert logs[0] == logs[1], "nothing happened to it"


def test_a_paused_case_stays_where_its_pause_put_it_however_long_it_lasts(open_case, now, by):
    case = open_case(at=now - timedelta(days=9))
    answer(case.pk, "¿Cuál?", by=by, at=now - timedelta(days=8), then=Status.WAITING_CUSTOMER)
    assert Ticket.objects.get(pk=case.pk).place == Place.PAUSED
    assert ran(Kind.CLOCKS, now).is_good
    Ticket.objects.filter(pk=case.pk).update(place_key=1)
    assert ran(Kind.CLOCKS, now).lines[0][1].startswith("place_key stored 1, is ")


def test_a_changed_log_is_named(open_case, now):
    case = open_case()
    EventDetail.objects.filter(event__subject_id=case.pk, event__subject_kind="ticket").update(content={"from": "otra"})
    check = ran(Kind.LOG, now)
    assert check.lines == [[f"ticket {case.pk} [1]", "its detail was changed"]]
    assert check.checked == check.total == Event.objects.count()


def test_mail_that_stands_still_is_named(desk, now):
    old = now - timedelta(hours=2)
    RawMail.objects.create(key="a", raw=b"x", envelope_from="ana@x.example", received_at=old, state="failed", problem="KeyError: 'x'")
    mail = Outgoing.objects.create(key="b", message_id="<b@x>", sender="m@x.example", to="a@x.example", subject="S", text="T")
    Outgoing.objects.filter(pk=mail.pk).update(created_at=old)
    Outgoing.objects.create(
        key="c", message_id="<c@x>", sender="m@x.example", to="a@x.example", subject="S", text="T", refused_at=now, problem="550"
    )
    check = ran(Kind.MAIL, now)
    assert [line[1].partition(" since")[0] for line in check.lines] == ["not processed", "not sent", "refused: 550"]


def test_a_product_that_may_rewrite_its_log_is_named(desk, now):
    # The tests run as the owner of the tables: the very thing that this check is to find.
    check = ran(Kind.GRANTS, now)
    assert [problem for _role, problem in check.lines] == ["the product owns its tables: it could rewrite its log"]


def test_seals_may_only_be_added_and_read():
    assert rights_of("audit_seal") == rights_of("events_event") == "SELECT, INSERT"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("its columns were changed", "el hecho fue cambiado"),
        ("it was removed, though sealed on 2026-11-20 (seal 1)", "fue quitado, aunque se selló el 2026-11-20 (sello 1)"),
        ("due_at stored 10, is 11", "due_at guardado: 10; el registro da: 11"),
        ("stored met, is breached", "guardado: met; el registro da: breached"),
        ("not processed since 2026-11-20 10:00: KeyError: 'x'", "sin procesar desde 2026-11-20 10:00 (UTC). KeyError: 'x'"),
        ("something new", "something new"),
    ],
)
def test_what_a_check_found_is_said_in_the_readers_language(problem, words):
    assert problem_in_words(problem) == words


def test_a_check_that_is_under_way_is_not_asked_for_twice(desk, now):
    assert len(ask_checks([Kind.LOG], at=now)) == 1
    assert ask_checks([Kind.LOG], at=now + timedelta(minutes=5)) == []
    assert len(ask_checks([Kind.LOG], at=now + timedelta(hours=7))) == 1


def test_a_check_that_is_done_is_not_run_again(desk, now):
    check = ran(Kind.MAIL, now)
    before = SelfCheck.objects.get(pk=check.pk)
    assert run_check(check.pk, at=now + timedelta(hours=1)).seconds == before.seconds


def test_a_desks_night_seals_and_asks_for_all_checks(open_case):
    open_case()
    night_of_this_desk()
    assert Seal.objects.count() == 1
    assert set(SelfCheck.objects.values_list("kind", "state")) == {(kind, "waiting") for kind in Kind.values}
    jobs = ProcrastinateJob.objects.filter(task_name="audit.run_check", args__desk="proware_test")
    assert jobs.count() == 4


def night_of_this_desk():
    app.tasks["audit.night"].func.__wrapped__()


def test_nights_are_spread_and_each_desks_is_always_at_the_same_moment(desk):
    queue_night()
    queue_night()
    one, other = ProcrastinateJob.objects.filter(task_name=NIGHT.name, args__desk="proware_test").order_by("id")
    assert abs((one.scheduled_at - other.scheduled_at).total_seconds()) < 5
    assert night.name == NIGHT.name


def test_the_command_writes_a_proof_and_records_that_it_did(open_case, tmp_path):
    case = open_case()
    call_command("proof", str(case.number), desk="proware_test", out=tmp_path / "p.zip")
    with ZipFile(tmp_path / "p.zip") as archive:
        assert f"caso-{case.number}/check.py" in archive.namelist()
    assert Event.objects.get(kind="audit.proof_taken").facts == {"case": case.number, "by_customer": False}
    with pytest.raises(CommandError):
        call_command("proof", str(case.number), desk="proware_test", out=tmp_path / "p.zip")


def test_the_command_says_which_desk_or_case_there_is_not(desk, tmp_path):
    with pytest.raises(CommandError, match="999"):
        call_command("proof", "999", desk="proware_test", out=tmp_path / "p.zip")
    with pytest.raises(CommandError, match="ninguna"):
        call_command("proof", "1", desk="ninguna", out=tmp_path / "q.zip")
    assert not list(tmp_path.glob("p.zip"))


def test_who_asked_is_known(desk, now):
    (check,) = ask_checks([Kind.MAIL], at=now, by=Actor("person", 1, "Ana"))
    assert check.asked_by == "Ana"
