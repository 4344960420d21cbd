"""The built-in mailbox: what it shows, to whom, and that what is written there is real mail."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from acuerdo.channels.mail.models import RawMail
from acuerdo.files.actions.store import store
from acuerdo.notifications.actions.keep_server import keep_server
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.tests.reacting import react_all

LIST = "/buzon/"


@pytest.fixture
def demo(desk):
    """The desk as one of the demonstration."""
    desk.is_demo = True
    desk.save()
    return desk


@pytest.fixture
def acknowledged(demo, open_case):
    ticket = open_case("El IVR no transfiere", message_id="<1@santa-aurelia.example>")
    react_all("tickets.acknowledge")
    return ticket


def only_mail():

    return Outgoing.objects.get()


def test_it_lists_what_was_sent_newest_first(client, acknowledged):
    send(Mail(key="second", to="otra@persona.example", subject="Lo segundo", text="…"))

    page = client.get(LIST).content.decode()

    assert page.index("Lo segundo") < page.index(f"[#{acknowledged.number}] Recibimos su caso: El IVR no transfiere")


def test_a_mails_html_is_shown_in_a_frame_that_runs_nothing(client, acknowledged):
    mail = only_mail()
    page = client.get(reverse("setup:mailbox_mail", args=[mail.pk])).content.decode()
    frame = client.get(reverse("setup:mailbox_html", args=[mail.pk]))

    assert f'src="/buzon/{mail.pk}/html/" sandbox="allow-popups allow-top-navigation-by-user-activation"' in page
    assert "sandbox" in frame["Content-Security-Policy"]
    assert "default-src 'none'" in frame["Content-Security-Policy"]
    assert "script-src" not in frame["Content-Security-Policy"]
    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    assert '<base target="_top">' in frame.content.decode()


def test_an_answer_is_a_real_message_of_the_addressee_and_joins_the_case(client, acknowledged):
    mail = only_mail()
    file = SimpleUploadedFile("registro.txt", b"linea", content_type="text/plain")

    response = client.post(reverse("setup:mailbox_answer", args=[mail.pk]), {"text": "Sigue igual.", "files": [file]})

    kept = RawMail.objects.get()
    assert response.status_code in {302, 303}
    assert (kept.outcome, kept.ticket, kept.envelope_from) == ("joined", acknowledged, "diana@santa-aurelia.example")
    assert kept.message.text == "Sigue igual."
    assert kept.message.files.get().name == "registro.txt"
    assert mail.message_id.encode() in bytes(kept.raw)


def test_an_answer_without_words_is_asked_for_again_and_the_mail_stays_open(client, acknowledged):
    response = client.post(reverse("setup:mailbox_answer", args=[only_mail().pk]), {"text": " "})

    assert response.status_code == 422
    assert RawMail.objects.count() == 0


def test_one_writes_to_the_desk_as_one_of_its_contacts(client, demo, diana):
    form = {"contact": diana.email, "subject": "No graba", "text": "Desde hoy."}

    response = client.post(reverse("setup:mailbox_write"), form, follow=True)

    ticket = Ticket.objects.get()
    assert (ticket.contact, ticket.subject, ticket.facts["plan"]) == (diana, "No graba", "empresarial")
    assert f"abrió el caso #{ticket.number}" in response.content.decode()


def test_whoever_works_here_is_shown_the_way_to_the_case_they_wrote(client, demo, agent):
    form = {"contact": "otra", "sender": "ana@gmail.com", "name": "Ana Gil", "subject": "Hola", "text": "…"}
    way = '<a href="/console/casos/{}/">Abrir'
    assert way.format(1) not in client.post(reverse("setup:mailbox_write"), form, follow=True).text

    client.force_login(agent)

    page = client.post(reverse("setup:mailbox_write"), form, follow=True).text
    assert way.format(Ticket.objects.latest("number").number) in page


def test_one_writes_to_the_desk_from_any_address(client, demo):
    client.post(
        reverse("setup:mailbox_write"), {"contact": "otra", "sender": "ana@gmail.com", "name": "Ana Gil", "subject": "Hola", "text": "…"}
    )

    assert (Ticket.objects.get().contact.name, Ticket.objects.get().doubt) == ("Ana Gil", "unknown")


def test_another_address_must_be_given(client, demo):
    response = client.post(reverse("setup:mailbox_write"), {"contact": "otra", "subject": "Hola", "text": "lo escrito"})

    assert response.status_code == 422
    assert "lo escrito" in response.content.decode()


def test_an_attachment_is_only_ever_downloaded(client, demo):
    stored = store(name="página.html", content_type="text/html", content=b"<script>1</script>")
    sent = send(
        Mail(
            key="k",
            to="a@b.example",
            subject="…",
            text="…",
            attachments=[{"name": stored.name, "content_type": "text/html", "path": stored.path}],
        )
    )

    response = client.get(reverse("setup:mailbox_file", args=[sent.pk, 0]))

    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert client.get(reverse("setup:mailbox_file", args=[sent.pk, 1])).status_code == 404


@pytest.mark.parametrize("name", ["DEMO", "BUILT_IN_MAILBOX"])
def test_it_is_not_there_without_a_demonstration_or_with_a_mail_server(client, demo, settings, name):
    setattr(settings, name, False)

    assert client.get(LIST).status_code == 404


def test_it_is_not_there_from_another_machine(client, demo):
    assert client.get(LIST, REMOTE_ADDR="192.0.2.7").status_code == 404


def test_an_installation_without_a_demonstration_shows_it_to_administrators_until_mail_goes_elsewhere(client, person_of, settings, by, now):
    settings.DEMO = False
    assert client.get(LIST).status_code == 404
    client.force_login(person_of("admin"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(LIST).status_code == 200
    assert client.get(LIST, REMOTE_ADDR="192.0.2.7").status_code == 404
    keep_server(host="smtp.example", port=587, security="starttls", user="", password="", by=by, at=now)
    assert client.get(LIST).status_code == 404


def test_on_a_desk_that_is_no_demonstration_only_its_administrators_read_it(client, desk, person_of):
    assert client.get(LIST).status_code == 404
    for role, status in (("agent", 404), ("supervisor", 404), ("auditor", 404), ("customer", 404), ("admin", 200)):
        client.force_login(person_of(role), backend="allauth.account.auth_backends.AuthenticationBackend")
        assert client.get(LIST).status_code == status, role


def test_the_list_goes_on_page_by_page(client, demo):
    for number in range(35):
        send(Mail(key=f"k{number}", to="a@b.example", subject=f"Correo {number:02}", text="…"))

    first = client.get(LIST).content.decode()
    older = client.get(LIST, {"antes": first.split("?antes=")[1].split('"')[0]}).content.decode()

    assert first.count("mailrow__subject") == 30
    assert older.count("mailrow__subject") == 5
    assert "Correo 04" in older
