"""Ports that are taken, forbidden or elsewhere."""

import socket
from pathlib import Path
from threading import Thread

import pytest

from acuerdo.running import ports
from acuerdo.running.trouble import Trouble
from acuerdo.running.up import main


def test_a_port_in_use_is_named_with_the_option_that_changes_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        code = main(["--port", str(port), "--data", str(data)])

    said = capsys.readouterr().err
    assert code == 1
    assert f"El puerto {port} de 127.0.0.1 está en uso" in said
    assert "--port" in said


def test_the_mail_port_has_its_own_option(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        code = main(["--port", str(ports.any_free()), "--smtp-port", str(port), "--data", str(data)])

    assert code == 1
    assert f"acuerdo up --smtp-port {port + 1}" in capsys.readouterr().err


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(Trouble, match=r"192\.0\.2\.1"):
        ports.must_be_free(ports.any_free(), "192.0.2.1", "--port")


def test_a_page_is_asked_without_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:9")

    assert not ports.answers(ports.any_free(), "127.0.0.1", "/salud")


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        (b"HTTP/1.1 200 OK\r\nserver: x\r\n\r\nbien\n", True),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", True),
        (b"HTTP/1.1 503 Service Unavailable\r\n\r\n", False),
        (b"220 a mail server\r\n", False),
        (b"\x00" * 300, False),
        (b"", False),
    ],
)
def test_a_page_answers_when_its_first_line_says_no_fault_of_the_server(said: bytes, answers: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        asked = Thread(target=answer_once, args=(server, said))
        asked.start()

        assert ports.answers(server.getsockname()[1], "127.0.0.1", "/salud") is answers

        asked.join()


def answer_once(server: socket.socket, said: bytes) -> None:
    """Hear one request, say this, and hang up."""
    connection, _address = server.accept()
    with connection:
        assert connection.recv(1000).startswith(b"GET /salud HTTP/1.0\r\n")
        connection.sendall(said)


@pytest.mark.parametrize("wrong", ["0", "65536", "http", "-1", ""])
def test_what_is_no_port_ends_with_code_two(wrong: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([f"--port={wrong}"])

    assert ended.value.code == 2


def test_a_server_of_ones_own_needs_its_owner_too(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://acuerdo@192.0.2.1/acuerdo")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)

    assert main(["--data", str(data)]) == 1

    assert "DATABASE_OWNER_URL" in capsys.readouterr().err
    assert not data.exists()


def test_lost_passwords_are_named_before_the_database_is_tried(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (data / "postgres").mkdir(parents=True)
    data.chmod(0o711)

    assert main(["--data", str(data), "--port", str(ports.any_free()), "--smtp-port", str(ports.any_free())]) == 1

    assert "keys.json" in capsys.readouterr().err
