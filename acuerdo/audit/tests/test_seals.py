"""Tampering as the holder of the owner's password could: by SQL, past every model."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from acuerdo.audit.actions.mail_seals import mail_seals
from acuerdo.audit.actions.seal import seal
from acuerdo.audit.models import Seal, SealPlaces
from acuerdo.audit.queries.log import wrong_log
from acuerdo.audit.queries.seals import Trouble, as_sent, hash_of_seal
from acuerdo.events.models import Event, EventDetail
from acuerdo.events.queries import hash_of, log_of
from acuerdo.files.models import StoredFile
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.note import note

LEFT = "event %s: it was removed, and what belonged to it was left"


@pytest.fixture
def case(open_case, by, now):
    ticket = open_case()
    note(ticket.pk, "Se mira", by=by, at=now)
    note(ticket.pk, "Se mira más", by=by, at=now)
    seal(at=now)
    return ticket


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def troubles():
    return [str(each) for each in wrong_log() if isinstance(each, Trouble)]


def last_of(case):
    return log_of("ticket", case.pk)[-1]


def test_an_untouched_log_agrees_with_its_seals(case, by, now):
    note(case.pk, "Después del sello", by=by, at=now)
    assert troubles() == []
    call_command("check_log", desk="proware_test")


def test_nothing_new_makes_no_seal_and_what_is_new_one_with_only_that(case, by, now):
    assert seal(at=now) is None
    note(case.pk, "Nueva", by=by, at=now)
    second = seal(at=now)
    assert second.number == 2
    assert [head[:3] for head in second.heads] == [["ticket", case.pk, last_of(case).position]]
    assert second.previous_hash == Seal.objects.get(number=1).hash


def test_a_rewritten_event_is_named(case):
    event = log_of("ticket", case.pk)[1]
    sql("UPDATE events_event SET kind = 'ticket.other' WHERE id = %s", event.pk)
    assert troubles()[0] == f"ticket {case.pk} [2]: its columns were changed"


def test_a_removed_event_is_named(case):
    sql("DELETE FROM events_event WHERE subject_kind = 'ticket' AND subject_id = %s AND position = 2", case.pk)
    assert troubles()[0] == f"ticket {case.pk} [3]: an event before it is missing"


def test_a_tail_that_was_cut_off_after_a_seal_is_named(case):
    position = last_of(case).position
    sql("DELETE FROM events_event WHERE id = %s", (gone := last_of(case).pk))
    assert troubles() == [LEFT % gone, f"ticket {case.pk} [{position}]: it was removed, though sealed on 2026-11-20 (seal 1)"]


def test_a_chain_that_was_written_anew_with_right_hashes_is_named_by_its_seal(case):
    event = last_of(case)
    event.facts = {"message": 999}
    sql("UPDATE events_event SET facts = %s, hash = %s WHERE id = %s", json.dumps(event.facts), hash_of(event), event.pk)
    assert troubles() == [f"ticket {case.pk} [{event.position}]: it is another than the one sealed on 2026-11-20 (seal 1)"]


def test_a_changed_personal_detail_is_named_and_an_erased_one_is_not(case):
    opened = log_of("ticket", case.pk)[0]
    detail = EventDetail.objects.get(event=opened)
    EventDetail.objects.filter(pk=detail.pk).update(content={"from": "otra@testserver"})
    assert troubles() == [f"ticket {case.pk} [1]: its detail was changed"]
    EventDetail.objects.filter(pk=detail.pk).delete()
    assert troubles() == []


def test_one_who_writes_log_and_seals_anew_is_found_by_the_seal_that_was_sent_away(case, tmp_path, capsys):
    kept = tmp_path / "sello.json"
    kept.write_text(json.dumps(as_sent(Seal.objects.get())))
    call_command("check_log", desk="proware_test", seal=kept)
    event = last_of(case)
    sql("DELETE FROM events_event WHERE id = %s", event.pk)
    made = Seal.objects.get()
    heads = [head for head in made.heads if head[:2] != ["ticket", case.pk]]
    sql("UPDATE audit_seal SET heads = %s, hash = %s", json.dumps(heads), hash_of_seal(1, made.at, "", heads))
    assert troubles() == [LEFT % event.pk]

    with pytest.raises(CommandError):
        call_command("check_log", desk="proware_test", seal=kept)
    said = capsys.readouterr().err
    assert "proware_test: seal 1: this desk now has another one of this number" in said
    assert f"proware_test: ticket {case.pk} [{event.position}]: it was removed" in said


def test_a_file_that_was_changed_after_it_was_sent_is_told_from_a_changed_log(case, tmp_path, capsys):
    sent = as_sent(Seal.objects.get())
    sent["heads"][0][2] += 1
    kept = tmp_path / "sello.json"
    kept.write_text(json.dumps(sent))
    with pytest.raises(CommandError):
        call_command("check_log", desk="proware_test", seal=kept)
    assert "the given file is not as it was sent" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", ["", "[]", '{"number": 1}', '{"number": 1, "at": "x", "previous_hash": "", "heads": [[1]], "hash": ""}']
)
def test_what_is_no_seal_is_said_to_be_none(desk, tmp_path, content):
    kept = tmp_path / "sello.json"
    kept.write_text(content)
    with pytest.raises(CommandError):
        call_command("check_log", desk="proware_test", seal=kept)


def test_what_is_cut_off_before_any_seal_is_named_by_what_was_left_of_it(case, by, now):
    answer(case.pk, "¿Desde cuándo?", by=replace(by, ip="10.0.0.9"), at=now)
    gone = last_of(case)
    sql("DELETE FROM events_event WHERE id = %s", gone.pk)
    assert troubles() == [LEFT % gone.pk]
    sql("DELETE FROM events_reaction WHERE event_id = %s", gone.pk)
    assert len(troubles()) == 1, "the address it came from is still there"


def test_each_hour_seals_what_the_hours_before_did_not_and_an_hour_without_news_nothing(open_case, by, now):
    """By the instants at which it was written down: that is this test's own day."""
    real, one, other = timezone.now(), open_case(), open_case("Otro")
    seal(at=real)
    note(one.pk, "Nueva", by=by, at=now)
    assert [head[1] for head in seal(at=real + timedelta(hours=1)).heads] == [one.pk]
    assert seal(at=real + timedelta(hours=2)) is None, "the seal before the last holds the other"
    note(other.pk, "Otra", by=by, at=now)
    assert [head[1] for head in seal(at=real + timedelta(hours=3)).heads] == [other.pk]


def test_a_seal_leaves_by_mail_and_into_a_folder(case, by, now, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.SEAL_FOLDER = str(tmp_path / "sellos")
    SealPlaces.objects.create(addresses=["revisoria@fuera.example", "notaria@fuera.example"])
    note(case.pk, "Nueva", by=by, at=now)
    with django_capture_on_commit_callbacks(execute=True):
        second = seal(at=now)
    assert (mail_seals(at=now), mail_seals(at=now)) == (2, 0), "each seal leaves once"

    mails = Outgoing.objects.filter(key__startswith="seal-2-").order_by("to")
    assert [mail.to for mail in mails] == ["notaria@fuera.example", "revisoria@fuera.example"]
    assert second.hash in mails[0].text
    assert [file["name"] for file in mails[0].attachments] == [f"proware_test-sello-00000{number}.json" for number in (1, 2)]
    attached = StoredFile.objects.filter(name="proware_test-sello-000002.json").first()
    assert json.loads(attached.read()) == as_sent(second)
    names = sorted(path.name for path in (tmp_path / "sellos").iterdir())
    assert names == ["proware_test-sello-000001.json", "proware_test-sello-000002.json"]


def test_a_file_of_a_seal_is_never_written_again(case, by, now, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.SEAL_FOLDER = str(tmp_path)
    (tmp_path / "proware_test-sello-000001.json").write_text("guardado")
    note(case.pk, "Nueva", by=by, at=now)
    with django_capture_on_commit_callbacks(execute=True):
        seal(at=now)
    assert (tmp_path / "proware_test-sello-000001.json").read_text() == "guardado"


def test_following_the_log_asks_as_often_for_many_events_as_for_few(case, open_case, django_assert_num_queries):
    for number in range(4):
        open_case(f"Otro {number}")
    with django_assert_num_queries(5):
        assert troubles() == []
    assert Event.objects.count() >= 8
