"""The last lines of a start, and what the processes are told."""

import json
from pathlib import Path

import pytest

from acuerdo.running import environment, up, welcome
from acuerdo.running.arguments import parsed
from acuerdo.running.folder import DataFolder
from acuerdo.running.keys import keys_in

PEOPLE = [
    {"name": "Ana Ríos", "role": "administradora", "email": "ana@proware.localhost", "password": "níspero-91"},
    {"name": "Luis", "role": "agente", "email": "luis@proware.localhost", "password": "guayaba-17"},
]


def test_addresses_have_the_port_of_today_and_every_person_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demo = [{"desk": "proware", "name": "Proware", "url": "http://proware.localhost:8000/", "people": PEOPLE}]
    (tmp_path / "demo.json").write_text(json.dumps(demo))

    welcome.show(parsed(["--port", "8123"]), DataFolder(tmp_path), 6.6)

    said = capsys.readouterr().out
    assert "Acuerdo está listo (7 s)." in said
    assert "  Proware  http://proware.localhost:8123/\n" in said
    assert "    Ana Ríos, administradora  ana@proware.localhost   níspero-91\n" in said
    assert "    Luis, agente              luis@proware.localhost  guayaba-17\n" in said
    assert "8000" not in said


def test_without_a_demo_it_says_how_a_desk_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    welcome.show(parsed(["--no-demo"]), DataFolder(tmp_path), 3)

    assert "acuerdo desk create" in capsys.readouterr().out


def test_the_processes_never_hear_the_owners_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACUERDO_SECRET_KEY", raising=False)
    folder = DataFolder(tmp_path)
    keys = keys_in(folder.keys)
    addresses = {"DATABASE_URL": "postgresql://acuerdo@localhost/a", "DATABASE_OWNER_URL": f"postgresql://own:{keys.owner}@localhost/a"}

    told = environment.for_the_product(up.variables(parsed([]), folder, keys, addresses))

    assert keys.owner not in str(told)
    assert told["ACUERDO_SECRET_KEY"] == keys.secret_key
    assert told["ACUERDO_DEMO"] == "1"


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    first = keys_in(tmp_path / "keys.json")

    assert keys_in(tmp_path / "keys.json") == first
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert len({first.superuser, first.owner, first.product, first.secret_key}) == 4
