"""The data folder: whose it is, and where it may be."""

import os
import tomllib
from pathlib import Path

import pytest

from acuerdo.running import binaries, place
from acuerdo.running.folder import CLONE, DataFolder, held, numbers, product_version
from acuerdo.running.leftovers import working_in
from acuerdo.running.place import place_for
from acuerdo.running.temporary import temporary_folder
from acuerdo.running.tests.conftest import running
from acuerdo.running.trouble import Trouble


def snapshot(folder: Path) -> list[tuple[str, int, int]]:
    """Everything in it, with mode and time of the last change."""
    return sorted((str(path), path.stat().st_mode, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*")))


def test_data_of_a_newer_version_are_not_touched(data: Path) -> None:
    data.mkdir()
    (data / "VERSION").write_text("0.10.0\n")
    before = snapshot(data)

    with pytest.raises(Trouble, match=r"0\.10\.0.*No se tocó nada"), held(DataFolder(data), "0.9.3"):
        pass

    assert snapshot(data) == before


def test_a_database_of_another_postgresql_is_not_touched(data: Path) -> None:
    (data / "postgres").mkdir(parents=True)
    (data / "postgres" / "PG_VERSION").write_text("19\n")
    before = snapshot(data)

    with pytest.raises(Trouble, match=r"PostgreSQL 19.*No se tocó nada"), held(DataFolder(data), "0.1.0"):
        pass

    assert snapshot(data) == before


def test_versions_are_compared_as_numbers() -> None:
    assert numbers("0.10.0\n") > numbers("0.9.12") > numbers("0.9")


def test_where_postgresql_may_not_pass_the_data_live_in_the_shelter_and_no_mode_changes(data: Path) -> None:
    clone = data.parent / "casa" / "acuerdo"
    clone.mkdir(parents=True)
    clone.parent.chmod(0o700)
    asked = clone / "var"

    with temporary_folder() as shelter:
        chosen = place_for(asked, shelter)

        if os.geteuid() != 0:  # a normal user's PostgreSQL is that user: everything is within reach
            assert chosen.folder.path == asked
            return
        assert chosen.folder.path.parent == shelter
        assert asked.resolve() == chosen.folder.path
        assert place.located(asked, shelter) == chosen.folder.path
        assert place_for(asked, shelter).folder == chosen.folder
        assert clone.parent.stat().st_mode & 0o777 == 0o700


def test_programs_out_of_reach_are_copied_whole_and_run(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the clone, and the virtual environment in it, are under /root."""
    hidden = used.parent / "casa"
    binaries.copy_programs(binaries.installed(), hidden)
    hidden.chmod(0o700)
    monkeypatch.setattr(binaries, "site", lambda _origin: hidden)

    with running(place_for(used)) as server:
        if os.geteuid() == 0:
            assert server.place.bin.is_relative_to(used)
        assert server.process is not None
        assert server.process.pid in working_in(server.place.folder.database)


def test_the_version_is_the_one_that_the_clone_says() -> None:
    assert product_version() == tomllib.loads((CLONE / "pyproject.toml").read_text("utf-8"))["project"]["version"]
