"""The mailboxes' page: addresses, trying the way out against real servers that fail, and the trial mail."""

import socket
import threading

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.channels.mail.actions.try_outgoing import Server, try_outgoing
from acuerdo.desks.models import Address, Domain
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing

HERE = "127.0.0.1"


class Anybody:
    """A server that says yes."""


class Nobody:
    """A server that lets nobody send."""

    async def handle_MAIL(self, server, session, envelope, address, options):
        return "553 5.7.1 Sender address rejected"


@pytest.fixture
def server():
    """Start a real SMTP server that handles as it is told; gives its port."""
    running = []

    def start(handler=None, **how):
        controller = Controller(handler or Anybody(), hostname=HERE, port=free_port(), **how)
        controller.start()
        running.append(controller)
        return controller.server.sockets[0].getsockname()[1]

    yield start
    for controller in running:
        controller.stop()


def free_port() -> int:
    with socket.socket() as door:
        door.bind((HERE, 0))
        return door.getsockname()[1]


def last(*found):
    return [(one.name, one.problem) for one in found][-1]


def test_each_thing_that_can_stand_in_the_way_is_told_from_the_others(server):
    port = server()
    assert last(*try_outgoing(Server(HERE, port), "soporte@testserver")) == ("sender", "")
    assert last(*try_outgoing(Server("no.such.host.invalid", port), "a@b.co"))[1] == "no_such_host"
    assert last(*try_outgoing(Server(HERE, free_port()), "a@b.co")) == ("connect", "nobody_there")
    assert last(*try_outgoing(Server(HERE, port, security="starttls"), "a@b.co")) == ("tls", "not_offered")
    assert last(*try_outgoing(Server(HERE, port, user="ana", password="x"), "a@b.co")) == ("login", "not_offered")
    assert last(*try_outgoing(Server(HERE, server(Nobody())), "a@b.co")) == ("sender", "refused_by_server")


def test_a_wrong_password_is_told_and_never_said_again(server):
    port = server(authenticator=lambda *_: AuthResult(success=False, handled=False), auth_require_tls=False)
    found = try_outgoing(Server(HERE, port, user="ana", password="secreto-muy-largo"), "a@b.co")
    assert last(*found) == ("login", "refused_by_server")
    assert "secreto-muy-largo" not in repr(found)


def test_who_speaks_something_else_or_nothing_is_no_mail_server():
    with socket.create_server((HERE, 0)) as door:
        port = door.getsockname()[1]
        assert last(*try_outgoing(Server(HERE, port), "a@b.co", patience=0.2)) == ("connect", "silence")

        def web():
            for _ in range(2):
                visitor, _address = door.accept()
                with visitor:
                    visitor.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        speaker = threading.Thread(target=web)
        speaker.start()
        assert last(*try_outgoing(Server(HERE, port), "a@b.co", patience=2))[0] == "connect"
        socket.create_connection((HERE, port)).close()
        speaker.join()


@pytest.fixture
def office(person_of) -> Client:
    client = Client()
    client.force_login(
        person_of("admin", email="patricia@testserver.example"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


@pytest.mark.django_db
def test_the_page_says_what_is_wrong_and_shows_no_password(office, settings):
    settings.BUILT_IN_MAILBOX, settings.EMAIL_HOST, settings.EMAIL_PORT = False, HERE, free_port()
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "ana", "secreto-muy-largo"
    page = office.post(reverse("mail:outgoing"), {"probar": "1"}).content.decode()
    assert "nadie atiende en el puerto" in page
    assert "secreto-muy-largo" not in page


@pytest.mark.django_db
def test_a_trial_mail_is_waited_for_until_it_went_out(office):
    address = office.post(reverse("mail:outgoing"), {"enviar": "1"}).headers["Location"]
    trial = Outgoing.objects.get(to="patricia@testserver.example")
    assert "Esperando" in office.get(address).content.decode()
    Outgoing.objects.filter(pk=trial.pk).update(sent_at=timezone.now())
    page = office.get(reverse("mail:news"), {"prueba": trial.pk}).content.decode()
    assert "Salió para" in page
    assert "every 2s" not in page


@pytest.mark.django_db
def test_another_persons_mail_is_no_trial_of_mine(office):
    mail = Outgoing.objects.create(key="trial-x", message_id="<x@x>", sender="a", to="otra@testserver.example", subject="Hola", text="Hola")
    assert "otra@testserver.example" not in office.get(reverse("mail:mailboxes"), {"prueba": mail.pk}).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["169.254.169.254", "::ffff:169.254.169.254", "fe80::1", "224.0.0.1"])
def test_no_trial_reaches_where_clouds_hand_out_keys(host):
    assert last(*try_outgoing(Server(host, 80), "a@b.co"))[:2] == ("dns", "no_mail_there")


def test_no_desk_takes_an_address_at_the_host_of_another(office, other_desk):
    host = Domain.objects.filter(tenant=other_desk).first().domain
    page = office.post(reverse("mail:addresses"), {"direccion": f"Ventas@{host.upper()}"})

    assert (page.status_code, "ya es de una mesa" in page.text) == (422, True)
    assert not Address.objects.filter(address__startswith="ventas@").exists()


def test_an_address_leads_to_one_desk_and_the_last_one_stays(office, desk, other_desk):
    theirs = Address.objects.filter(desk=other_desk).first().address
    url = reverse("mail:addresses")
    for wrong in ("no es correo", theirs, "x" * 300 + "@a.co"):
        refused = office.post(url, {"direccion": wrong})
        assert (refused.status_code, wrong in refused.content.decode()) == (422, True)
    assert office.post(url, {"direccion": " Ayuda@Testserver.Example "}).status_code == 302
    mine = Address.objects.get(desk=desk, address="ayuda@testserver.example")
    other = Address.objects.filter(desk=other_desk).first()
    office.post(url, {"quitar": other.pk})
    assert Address.objects.filter(pk=other.pk).exists()
    office.post(url, {"quitar": mine.pk})
    office.post(url, {"quitar": Address.objects.get(desk=desk).pk})
    assert Address.objects.filter(desk=desk).count() == 1
    assert Event.objects.filter(kind="desk.addresses").count() == 2
