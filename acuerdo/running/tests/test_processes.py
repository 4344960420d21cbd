"""Processes and their logs."""

import signal
import sys
import time
from pathlib import Path

import pytest

from acuerdo.running import processes
from acuerdo.running.folder import DataFolder
from acuerdo.running.logs import Watched
from acuerdo.running.processes import Child
from acuerdo.running.tests.conftest import until

DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('sordo', flush=True); signal.pause()"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Make a data folder with its logs."""
    made = DataFolder(tmp_path)
    made.logs.mkdir()
    return made


def test_a_process_deaf_to_the_request_is_killed_when_the_limit_passes(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "LIMIT", 0.2)
    child = Child("deaf", [sys.executable, "-c", DEAF], {}, folder)
    child.start()
    until(lambda: "sordo" in child.watched.log.read_text(), "it did not start")
    process = child.process
    began = time.monotonic()

    processes.stop([child])

    assert process is not None
    assert process.returncode == -signal.SIGKILL
    assert time.monotonic() - began >= 0.2


def test_the_pause_before_a_new_start_grows_to_a_limit(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    child = Child("broken", [sys.executable, "-c", "raise SystemExit(3)"], {}, folder)

    for _time in range(9):
        child.ended(3)

    assert child.pause == processes.LONGEST_PAUSE
    assert "terminó (código 3); se inicia de nuevo en 0.5 s" in capsys.readouterr().out


def test_only_what_matters_of_a_log_is_shown_and_each_line_once(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    log.write_text("2026-11-20 10:00:00 ERROR django.request yesterday's\n")
    watched = Watched(log)

    with log.open("a") as stream:
        stream.write("INFO un caso\n2026-11-20 10:00:01 WARNING django.request Not Found\n2026 ERROR mail ñandú\nERROR half a li")
        stream.flush()
        first = watched.important()
        stream.write("ne\n")
        stream.flush()
        second = watched.important()

    assert first == ["2026 ERROR mail ñandú"]
    assert second == ["ERROR half a line"]
    assert watched.important() == []


def test_an_overlong_log_is_put_aside_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acuerdo.running.logs.LARGEST", 5)
    log = tmp_path / "web.log"
    log.write_text("")
    watched = Watched(log)
    with log.open("a") as stream:
        stream.write("ERROR uno\n")
        stream.flush()
        watched.important()
        watched.keep_short()
        stream.write("ERROR dos\n")

    assert watched.important() == ["ERROR dos"]
    assert (tmp_path / "web.log.1").read_text() == "ERROR uno\n"
