"""The pages of a mailbox by IMAP and of the desk's own way out: tried before they are kept, their passwords never shown again."""

import ssl

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.channels.mail.actions.try_outgoing import Server, try_outgoing
from acuerdo.channels.mail.models import Mailbox
from acuerdo.channels.mail.tests.imap_server import HERE, certificate, free_port
from acuerdo.desks.models import Address
from acuerdo.desks.queries import in_desk, mailbox_of
from acuerdo.desks.vault import opened
from acuerdo.events.models import Event, EventDetail
from acuerdo.notifications.actions.keep_server import keep_server
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.jobs import hand_over
from acuerdo.notifications.models import MailServer

pytestmark = pytest.mark.django_db
SECRET = "llave-que-nadie-ve"
TYPED = {"user": "mesa@buzon.example", "password": SECRET, "host": "imap.buzon.example", "port": "993", "security": "tls",
         "folder": "INBOX", "after": "seen", "moved_to": "", "is_active": "on"}  # fmt: skip
OUT = {"host": "smtp.buzon.example", "port": "587", "security": "starttls", "user": "mesa@buzon.example", "password": SECRET}


@pytest.fixture
def office(person_of) -> Client:
    client = Client()
    client.force_login(
        person_of("admin", email="patricia@testserver.example"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_a_mailbox_is_connected_changed_without_its_password_and_taken_away(office):
    assert office.post(reverse("mail:mailbox_new"), TYPED).status_code == 302
    kept = Mailbox.objects.get()
    assert opened(kept.password) == SECRET
    url = reverse("mail:mailbox", args=[kept.pk])
    shown = office.get(url).content.decode() + office.get(reverse("mail:mailboxes")).content.decode()
    assert ("mesa@buzon.example" in shown, SECRET in shown, kept.password in shown) == (True, False, False)
    office.post(url, {**TYPED, "password": "", "after": "move", "moved_to": "Atendido"})
    kept.refresh_from_db()
    assert (opened(kept.password), kept.moved_to) == (SECRET, "Atendido")
    assert office.post(reverse("mail:mailbox_remove", args=[kept.pk])).status_code == 302
    assert office.post(reverse("mail:mailbox_remove", args=[kept.pk])).status_code == 404
    told = repr([list(Event.objects.values()), list(EventDetail.objects.values())])
    assert SECRET not in told
    assert "mesa@buzon.example" not in repr(list(Event.objects.filter(subject_kind="mailbox").values()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": ""},
        {"host": "https://imap.buzon.example/"},
        {"host": "imap.buzon.example\nX"},
        {"port": "0"},
        {"port": "99999"},
        {"port": "143"},
        {"security": "none"},
        {"port": "993", "security": "starttls"},
        {"user": "mesa\r\nA1 LOGOUT"},
        {"folder": "a\nb"},
        {"after": "move"},
        {"after": "move", "moved_to": "INBOX"},
        {"after": "delete"},
    ],
)
def test_what_cannot_be_meant_is_refused_and_what_was_typed_stays_but_for_the_password(office, wrong):
    answer = office.post(reverse("mail:mailbox_new"), {**TYPED, **wrong})
    page = answer.content.decode()
    assert (answer.status_code, Mailbox.objects.count(), SECRET in page) == (422, 0, False)
    assert "Lo que ya escribió sigue aquí" in page


def test_a_trial_that_is_refused_shows_the_form_with_its_reasons(office):
    for name, said in (("mailbox_new", TYPED), ("server", OUT)):
        refused = office.post(reverse(f"mail:{name}"), {**said, "port": "x", "probar": "1"})
        assert (refused.status_code, refused["HX-Retarget"], refused["HX-Reselect"]) == (422, "#server-form", "#server-form")
        assert 'aria-describedby="id_port_error"' in refused.content.decode()


def test_a_kept_password_goes_to_no_other_server(office):
    office.post(reverse("mail:mailbox_new"), TYPED)
    url = reverse("mail:mailbox", args=[Mailbox.objects.get().pk])
    for how in ({}, {"probar": "1"}):
        assert office.post(url, {**TYPED, "password": "", "host": "otro.example", **how}).status_code == 422
    assert Mailbox.objects.get().host == "imap.buzon.example"


def test_its_address_is_the_desks_from_then_on_and_mails_may_leave_from_it(office, desk, other_desk):
    office.post(reverse("mail:mailbox_new"), TYPED)
    url, mine = reverse("mail:addresses"), Address.objects.get(address="mesa@buzon.example")
    theirs = Address.objects.filter(desk=other_desk).first()
    assert (mine.desk, mailbox_of(desk)) == (desk, "soporte@testserver")
    for said in (theirs.pk, 0, "x", "9" * 40):
        office.post(url, {"remitente": said})
        assert mailbox_of(desk) == "soporte@testserver"
    office.post(url, {"remitente": mine.pk})
    assert mailbox_of(desk) == written().sender.partition("<")[2].rstrip(">") == "mesa@buzon.example"
    assert mailbox_of(other_desk) == theirs.address


def test_the_same_mailbox_is_connected_once(office):
    office.post(reverse("mail:mailbox_new"), TYPED)
    assert office.post(reverse("mail:mailbox_new"), TYPED).status_code == 422
    assert Mailbox.objects.count() == 1


def test_trying_says_what_is_wrong_and_keeps_nothing(office):
    page = office.post(reverse("mail:mailbox_new"), {**TYPED, "host": HERE, "port": free_port(), "probar": "1"}).content.decode()
    assert "nadie atiende en el puerto" in page
    out = office.post(reverse("mail:server"), {**OUT, "host": "no.such.host.invalid", "probar": "1"}).content.decode()
    assert "Nadie conoce el nombre no.such.host.invalid" in out
    assert (Mailbox.objects.count(), MailServer.objects.count(), SECRET in page + out) == (0, 0, False)


def test_another_desks_mailbox_is_not_there(office, other_desk):
    with in_desk(other_desk.schema_name):
        theirs = Mailbox.objects.create(pk=987_654, host="h", user="u", password="x", since=timezone.now())
    for name in ("mailbox", "mailbox_remove", "mailbox_look"):
        assert office.post(reverse(f"mail:{name}", args=[theirs.pk]), TYPED).status_code == 404


@pytest.mark.parametrize("wrong", [{"security": "none"}, {"user": ""}, {"password": ""}, {"port": "465"}, {"host": "a b"}])
def test_no_password_travels_in_the_clear_and_none_without_its_user(office, wrong):
    assert office.post(reverse("mail:server"), {**OUT, **wrong}).status_code == 422
    assert not MailServer.objects.exists()


class Post:
    """A server that keeps what it is given."""

    def __init__(self):
        self.got: list = []

    async def handle_DATA(self, server, session, envelope):
        self.got.append((session.auth_data, envelope.mail_from, envelope.rcpt_tos))
        return "250 OK"


@pytest.fixture
def post(tmp_path, monkeypatch):
    """A real SMTP server with TLS from its first byte and one user; gives what it got, and its port."""
    cert, key = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    handler = Post()

    def allowed(server, session, envelope, mechanism, said):
        right = (said.login, said.password) == (b"mesa", SECRET.encode())
        return AuthResult(success=right, handled=right, auth_data=said.login)

    controller = Controller(handler, hostname=HERE, port=free_port(), ssl_context=context, authenticator=allowed, auth_require_tls=False)
    controller.start()
    yield handler.got, controller.port
    controller.stop()


def written(key="una"):
    return send(Mail(key=key, to="diana@santa-aurelia.example", subject="Hola", text="Hola"))


def test_mails_leave_by_the_desks_own_server_and_another_desks_do_not(desk, other_desk, post, by, now):
    got, port = post
    keep_server(host=HERE, port=port, security="tls", user="mesa", password=SECRET, by=by, at=now)
    hand_over(written().pk)
    assert [(who, sender) for who, sender, _to in got] == [(b"mesa", "soporte@testserver")]
    with in_desk(other_desk.schema_name):
        hand_over(written().pk)
    assert (len(got), len(mail.outbox)) == (1, 1)


def test_a_wrong_password_keeps_the_mail_waiting_and_says_why(desk, post, by, now):
    got, port = post
    keep_server(host=HERE, port=port, security="tls", user="mesa", password="otra", by=by, at=now)
    waiting = written()
    with pytest.raises(OSError, match="535"):
        hand_over(waiting.pk)
    keep_server(host=HERE, port=port, security="tls", user="mesa", password=SECRET, by=by, at=now)
    hand_over(waiting.pk)
    waiting.refresh_from_db()
    assert (len(got), bool(waiting.sent_at), waiting.problem) == (1, True, "")


def test_trying_the_kept_server_needs_no_password_again(office, post):
    _got, port = post
    typed = {**OUT, "host": HERE, "port": port, "security": "tls", "user": "mesa"}
    assert office.post(reverse("mail:server"), typed).status_code == 302
    page = office.post(reverse("mail:server"), {**typed, "password": "", "probar": "1"}).content.decode()
    assert ("is-wrong" in page, "Enviar como la mesa" in page) == (False, True)
    assert "is-wrong" not in office.post(reverse("mail:outgoing"), {"probar": "1"}).content.decode()
    wrong = office.post(reverse("mail:server"), {**typed, "password": "otra", "probar": "1"}).content.decode()
    assert "no acepta el usuario o la contraseña" in wrong
    office.post(reverse("mail:server"), {"quitar": "1"})
    assert not MailServer.objects.exists()


def test_with_another_key_the_page_says_to_write_the_password_again(office, post):
    _got, port = post
    office.post(reverse("mail:server"), {**OUT, "host": HERE, "port": port, "security": "tls", "user": "mesa"})
    MailServer.objects.update(password="AAAA")
    assert "Escríbala de nuevo" in office.post(reverse("mail:outgoing"), {"probar": "1"}).content.decode()


def test_starttls_is_tried_with_the_certificate_of_the_server_that_was_named(tmp_path, monkeypatch):
    cert, key = certificate(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    controller = Controller(Post(), hostname=HERE, port=free_port(), tls_context=context)
    controller.start()
    try:
        server = Server(HERE, controller.port, security="starttls")
        assert try_outgoing(server, "soporte@testserver")[-1][:2] == ("tls", "certificate")
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
        assert try_outgoing(server, "soporte@testserver")[-1] == ("sender", "", "")
        assert try_outgoing(Server(HERE, controller.port, security="tls"), "a@b.co")[-1][:2] == ("connect", "not_tls")
    finally:
        controller.stop()
