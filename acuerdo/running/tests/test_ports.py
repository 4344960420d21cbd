"""Ports that are taken, forbidden or elsewhere."""

import socket
from pathlib import Path

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
