"""`acuerdo listen` as a process: it starts, is told to stop, and finishes what is under way."""

import os
import signal
import smtplib
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.tests.letters import letter
from acuerdo.channels.mail.tests.test_door import another_connection, waits_for_a_row
from acuerdo.desks.queries import in_desk
from tests.patience import USUAL, until


@pytest.fixture
def listening(committed):
    """The process and its port, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = connection.settings_dict
    url = f"postgresql://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DATABASE_OWNER_URL": "",
        "ACUERDO_SECRET_KEY": "x",
        "DJANGO_SETTINGS_MODULE": "acuerdo.config.settings_test",
    }
    command = [sys.executable, "-m", "acuerdo.config.cli", "listen", "--smtp-port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        until(lambda: process.poll() is not None or answers(port), "it does not answer")
        yield process, port
    finally:
        process.kill()
        process.communicate()


def answers(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
            return line.recv(3) == b"220"
    except OSError:
        return False


def test_told_to_stop_it_takes_nobody_new_and_finishes_the_message_under_way(listening):
    process, port = listening
    with another_connection() as other, ThreadPoolExecutor() as threads, smtplib.SMTP("127.0.0.1", port, timeout=USUAL) as client:
        other.execute("SET search_path = proware_test")
        other.execute("SELECT 1 FROM tickets_counter FOR UPDATE")
        sending = threads.submit(client.sendmail, "diana@santa-aurelia.example", ["soporte@testserver"], letter())
        until(waits_for_a_row, "the message does not wait")

        process.send_signal(signal.SIGTERM)
        until(lambda: not answers(port), "it still takes somebody new")
        assert process.poll() is None
        assert not sending.done()
        other.rollback()

        assert sending.result(USUAL) == {}
        client.close()
    assert process.wait(USUAL) == 0
    with in_desk("proware_test"):
        assert RawMail.objects.get().outcome == "opened"


def test_a_port_in_use_is_said_plainly(listening):
    _process, port = listening
    command = [sys.executable, "-m", "acuerdo.config.cli", "listen", "--smtp-port", str(port)]

    second = subprocess.run(
        command,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "acuerdo.config.settings_test"},
        capture_output=True,
        timeout=2 * USUAL,
        check=False,
    )

    assert second.returncode == 1
    assert b"127.0.0.1" in second.stderr
    assert b"Traceback" not in second.stderr
