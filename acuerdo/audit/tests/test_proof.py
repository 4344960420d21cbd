"""The proof is checked as its reader does it: unpacked somewhere else, by a Python that knows nothing of us."""

import json
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest

from acuerdo.audit.actions.seal import seal
from acuerdo.audit.proof.archive import archive_of
from acuerdo.audit.proof.check import hash_of
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contract
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.models import Ticket


@pytest.fixture
def case(open_case, by, now):
    ticket = open_case()
    note(ticket.pk, "El proveedor de telefonía es un desastre", by=by, at=now + timedelta(minutes=5))
    classify(ticket.pk, {"priority": "critico"}, reason="Palabras internas", by=by, at=now + timedelta(minutes=10))
    answer(ticket.pk, "¿Desde cuándo?", by=by, at=now + timedelta(minutes=20))
    change_status(ticket.pk, Status.WAITING_CUSTOMER, by=by, at=now + timedelta(minutes=21))
    return Ticket.objects.get(pk=ticket.pk)


@pytest.fixture
def unpacked(case, now, tmp_path):
    def unpack(**how):
        with ZipFile(BytesIO(archive_of(case, at=now + timedelta(days=4), **how))) as archive:
            archive.extractall(tmp_path)
        return tmp_path / f"caso-{case.number}"

    return unpack


def checked(folder):
    command = [sys.executable, "-I", "-S", "-X", "utf8", str(folder / "check.py")]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder.parent, env={}, timeout=120, check=False)


def rewritten(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def lines_of(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_an_untouched_proof_is_good(unpacked, case):
    ran = checked(unpacked())
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.startswith(f"BIEN · GOOD   caso · case {case.number}")
    assert ran.stderr == ""


def test_the_same_case_at_the_same_instant_is_the_same_bytes(case, now):
    assert archive_of(case, at=now + timedelta(days=4)) == archive_of(case, at=now + timedelta(days=4))


def test_a_proof_holds_the_clocks_that_the_desk_shows(unpacked, case):
    clocks = json.loads((unpacked() / "clocks.json").read_text())
    assert {(clock["id"], clock["cycle"]) for clock in clocks} == set(case.clocks.values_list("clock", "cycle"))


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", "2026-11-20T15:06:00.000000+00:00"), ("kind", "ticket.other"), ("facts", {}), ("actor_id", 999), ("authorised_by", "Nadie"), ("position", 7),
     ("detail_hash", "0" * 64), ("previous_hash", "0" * 64), ("hash", "0" * 64), ("extra_5", "x"), ("subject_id", 999),
     ("recorded_at", "2026-11-20T15:06:00.000000+00:00"), ("form", 1)],
)  # fmt: skip
def test_a_changed_event_is_named(unpacked, column, value):
    file = unpacked() / "events.jsonl"
    lines = lines_of(file)
    lines[1] = json.dumps({**json.loads(lines[1]), column: value})
    file.write_text("\n".join(lines))
    ran = checked(file.parent)
    assert ran.returncode == 1
    assert "events.jsonl [2]" in ran.stdout


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_removed_event_is_named(unpacked, place):
    file = unpacked() / "events.jsonl"
    lines = lines_of(file)
    del lines[place]
    file.write_text("\n".join(lines))
    ran = checked(file.parent)
    assert (ran.returncode, f"events.jsonl [{place + 1}]: falta un hecho antes de este" in ran.stdout) == (1, True)


def test_a_cut_off_end_is_named(unpacked):
    file = unpacked() / "events.jsonl"
    file.write_text("\n".join(lines_of(file)[:-1]))
    ran = checked(file.parent)
    assert (ran.returncode, "its end is missing" in ran.stdout) == (1, True)


@pytest.mark.parametrize(
    ("ending", "old", "new"), [(".toml", "08:00", "07:00"), (".holidays.json", "2026-12-08", "2026-12-09")], ids=["a word", "a holiday"]
)
def test_a_changed_manual_is_named(unpacked, case, ending, old, new):
    folder = unpacked()
    rewritten(folder / f"manuals/{case.manual_id}{ending}", old, new)
    ran = checked(folder)
    assert (ran.returncode, f"manuals/{case.manual_id}.toml" in ran.stdout) == (1, True)


def test_a_manual_that_was_published_anew_for_the_proof_is_not_the_one_the_case_was_opened_under(unpacked, case):
    folder = unpacked()
    rewritten(folder / f"manuals/{case.manual_id}.toml", "08:00", "07:00")
    events = folder / f"manuals/{case.manual_id}.events.jsonl"
    (event,) = [json.loads(line) for line in lines_of(events)]
    event["facts"]["digest"] = digest_of(folder, case)
    event["hash"] = hash_of(event)
    events.write_text(json.dumps(event))
    ran = checked(folder)
    assert (ran.returncode, "it is not the version the case was opened under" in ran.stdout) == (1, True)


def digest_of(folder, case):
    text, holidays = ((folder / f"manuals/{case.manual_id}{ending}").read_text() for ending in (".toml", ".holidays.json"))
    return sha256((text + json.dumps(json.loads(holidays), sort_keys=True)).encode()).hexdigest()


def test_changed_terms_of_the_contract_are_named(unpacked):
    folder = unpacked()
    (folder / "contract.json").write_text('{"calendar": "siempre"}')
    ran = checked(folder)
    assert (ran.returncode, "contract.json" in ran.stdout) == (1, True)


@pytest.mark.parametrize("field", ["due_at", "state", "elapsed", "target", "printed"])
def test_a_changed_clock_is_named(unpacked, field):
    file = unpacked() / "clocks.json"
    clocks = json.loads(file.read_text())
    clocks[0][field] = "otra cosa"
    file.write_text(json.dumps(clocks))
    ran = checked(file.parent)
    assert (ran.returncode, f"{clocks[0]['id']}/1 {field} = otra cosa" in ran.stdout) == (1, True)


def test_a_clock_that_was_left_out_is_named(unpacked):
    file = unpacked() / "clocks.json"
    file.write_text(json.dumps(json.loads(file.read_text())[1:]))
    ran = checked(file.parent)
    assert (ran.returncode, "clocks.json" in ran.stdout) == (1, True)


@pytest.mark.parametrize(
    "file", ["events.jsonl", "case.json", "clocks.json", "contract.json", "core.zip", "seal.json", "zones/America/Bogota"]
)
def test_a_missing_or_broken_file_is_no_good_proof(unpacked, file):
    folder = unpacked()
    (folder / file).write_bytes(b"roto")
    assert checked(folder).returncode == 1


def test_the_seal_over_the_case_comes_along_and_holds_it(case, now, tmp_path, unpacked):
    made = seal(at=now + timedelta(days=365))
    folder = unpacked()
    assert made.hash in checked(folder).stdout
    sealed = json.loads((folder / "seal.json").read_text())
    sealed["heads"][0][3] = "0" * 64
    (folder / "seal.json").write_text(json.dumps(sealed))
    assert "the seal was changed" in checked(folder).stdout


def test_a_contract_of_its_own_is_proved_too_and_cannot_be_exchanged(diana, open_case, now, tmp_path):
    Contract.objects.filter(organisation=diana.organisation).update(overrides={"calendar": "continuo"})
    ticket = open_case()
    with ZipFile(BytesIO(archive_of(ticket, at=now))) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / f"caso-{ticket.number}"
    ran = checked(folder)
    assert ran.returncode == 0, ran.stdout
    (folder / "contract.json").write_text("{}")
    assert "contract.json" in checked(folder).stdout


def test_the_customers_copy_is_good_and_says_nothing_of_the_desks_own(unpacked):
    folder = unpacked(customer=True)
    ran = checked(folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    everything = "".join(path.read_text(errors="replace") for path in folder.glob("*.json*"))
    assert "Palabras internas" not in everything
    assert "ticket.noted" not in everything
    assert '"withheld": true' in everything
    assert json.loads((folder / "seal.json").read_text()) is None


def test_personal_details_and_what_was_written_are_in_no_proof(case, now, diana):
    with ZipFile(BytesIO(archive_of(case, at=now))) as archive:
        everything = b"".join(
            archive.read(name) for name in archive.namelist() if name.rpartition("/")[2].startswith(("events", "case", "clocks"))
        )
    assert diana.email.encode() not in everything
    assert b"El IVR no transfiere" not in everything
    assert b"desastre" not in everything
