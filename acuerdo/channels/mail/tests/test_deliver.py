"""The pipe and its exit statuses."""

import io
import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.db import connection

from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.tests.letters import letter
from acuerdo.desks.queries import in_desk
from tests.patience import USUAL


def pipe(raw, *arguments, database=None):
    said = connection.settings_dict
    url = database or f"postgresql://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DATABASE_OWNER_URL": "",
        "ACUERDO_SECRET_KEY": "x",
        "DJANGO_SETTINGS_MODULE": "acuerdo.config.settings_test",
    }
    command = [sys.executable, "-m", "acuerdo.config.cli", "mail", "deliver", *arguments]
    return subprocess.run(command, input=raw, env=environment, capture_output=True, timeout=2 * USUAL, check=False)


def status_of(monkeypatch, raw, *arguments):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    with pytest.raises(SystemExit) as ended:
        call_command("mail_deliver", *arguments)
    return ended.value.code


def test_zero_says_that_it_is_stored(committed):
    done = pipe(letter(), "--desk", "proware_test", "--from", "diana@santa-aurelia.example")

    assert (done.returncode, done.stderr) == (0, b"")
    with in_desk("proware_test"):
        kept = RawMail.objects.get()
        assert (kept.outcome, bytes(kept.raw), kept.envelope_from) == ("opened", letter(), "diana@santa-aurelia.example")


def test_without_a_database_it_is_to_be_tried_again(db):
    done = pipe(letter(), "--desk", "proware_test", database="postgresql://nobody@127.0.0.1:1/nothing")

    assert done.returncode == 75
    assert "más tarde".encode() in done.stderr


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\x00\x01\x02 binary"])
def test_what_is_no_message_is_65(committed, monkeypatch, raw):
    assert status_of(monkeypatch, raw, "--desk", "proware_test") == 65


def test_a_desk_that_there_is_not_is_67(committed, monkeypatch):
    assert status_of(monkeypatch, letter(), "--desk", "ninguna") == 67


def test_wrong_arguments_are_64(db):
    done = pipe(letter(), "--mesa", "proware_test")

    assert done.returncode == 64
    assert b"--desk" in done.stderr
