"""What is said of a command's arguments, in the language of whoever types."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from acuerdo.running.spanish import SPANISH

CLONE = Path(__file__).parents[3]
ALONE = {"PATH": os.environ["PATH"], "PYTHON": sys.executable}


def told(*arguments: str, language: str = "es") -> str:
    """What a command says where errors go."""
    command = [sys.executable, "-P", "-m", "acuerdo.config.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CLONE, env={**os.environ, "ACUERDO_LANG": language})
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("up", "--wrong"), "acuerdo up: no se conocen estos argumentos: --wrong"),
        (("up", "--port"), "acuerdo up: --port: falta su valor"),
        (("web", "--port", "x"), "acuerdo web: --port: no se entiende 'x' (int)"),
        (("case", "show"), "acuerdo case_show: faltan estos argumentos: number, --desk"),
    ],
)
def test_a_wrong_argument_is_told_in_spanish(arguments: tuple[str, ...], said: str) -> None:
    words = told(*arguments)

    assert words.startswith("uso: acuerdo ")
    assert words.endswith(f"{said}\n")


@pytest.mark.parametrize("arguments", [("up", "--wrong"), ("web", "--wrong")])
def test_and_in_english(arguments: tuple[str, ...]) -> None:
    words = told(*arguments, language="en")

    assert words.startswith("usage: acuerdo ")
    assert words.endswith("error: unrecognized arguments: --wrong\n")


def test_python_asks_for_its_words_by_the_names_that_we_answer_to() -> None:
    assert {"_", "ngettext"} <= vars(argparse).keys()
    assert "%(prog)s: error: %(message)s\n" in SPANISH


def test_a_start_with_a_wrong_argument_sets_nothing_up(tmp_path: Path) -> None:
    """A clone in which nothing was set up, and nothing could be: there is only what reads the arguments."""
    (tmp_path / "script").mkdir()
    (tmp_path / "script" / "server").write_bytes((CLONE / "script" / "server").read_bytes())
    (tmp_path / "script" / "setup").write_text("#!/bin/sh\necho setting up\nexit 9\n")
    for file in tmp_path.glob("script/*"):
        file.chmod(0o755)
    (tmp_path / "acuerdo").symlink_to(CLONE / "acuerdo")

    def start(*arguments: str) -> tuple[int, str]:
        done = subprocess.run([tmp_path / "script" / "server", *arguments], capture_output=True, text=True, check=False, env=ALONE)
        return done.returncode, done.stdout + done.stderr.strip().rpartition("\n")[2]

    assert start("--wrong") == (2, "acuerdo up: no se conocen estos argumentos: --wrong")
    assert start("--help")[1].startswith("uso: acuerdo up ")
    assert start("--port", "8001") == (9, "setting up\n")
