"""The `acuerdo` command as a shell runs it."""

import os
import subprocess
import sys

SOME = 20


def test_a_reader_that_has_seen_enough_ends_the_command_without_a_word() -> None:
    """As `acuerdo clock < cases.jsonl | head` does."""
    command = [sys.executable, "-m", "acuerdo.config.cli", "clock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as clock:
        assert clock.stdin and clock.stdout and clock.stderr
        clock.stdin.write(b"{}\n")
        clock.stdin.flush()
        assert clock.stdout.readline().startswith(b'{"error": ')
        clock.stdout.close()
        clock.stdin.write(b"{}\n" * SOME)
        clock.stdin.close()
        assert clock.stderr.read() == b""
        assert clock.wait() == 141


def test_help_says_our_commands_in_words_and_none_of_djangos():
    for asked in (["--help"], ["help"], []):
        done = subprocess.run(
            [sys.executable, "-m", "acuerdo.config.cli", *asked],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LANG": "es"},
        )
        assert (done.returncode, "acuerdo desk create" in done.stdout, "acuerdo up" in done.stdout) == (0 if asked else 2, True, True)
        assert "Crea una mesa con uno de los manuales" in done.stdout
        assert not {"runserver", "createsuperuser", "migrate_schemas", "procrastinate"} & set(done.stdout.split())


def test_a_word_that_is_no_command_is_said_in_a_sentence_with_the_nearest():
    done = subprocess.run([sys.executable, "-m", "acuerdo.config.cli", "clok"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("No hay una orden «clok». ¿Quiso decir «clock»? Las que hay: acuerdo help\n")
