"""Who sees the customer's pages: this organisation's contacts, and nobody else."""

import pytest
from django.urls import reverse

from acuerdo.files.actions.store import store
from acuerdo.people.access import as_actor
from acuerdo.people.models import Role
from acuerdo.tickets.actions.note import note

OF_A_CASE = {"case": "get", "received": "get", "messages": "post", "decision": "post"}
OF_A_PERSON = {"area": "get", "report": "get"}
STAFF = [Role.AGENT, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.AUDITOR]


def ask(browser, name, method, *args):
    return getattr(browser, method)(reverse(f"portal:{name}", args=args))


@pytest.mark.parametrize("role", STAFF)
def test_the_desks_people_have_the_console_and_not_these_pages(role, case, person_of, browser_of):
    browser = browser_of(person_of(role))

    assert {ask(browser, name, method).status_code for name, method in OF_A_PERSON.items()} == {403}
    assert {ask(browser, name, method, case.number).status_code for name, method in OF_A_CASE.items()} == {403}


def test_strangers_are_sent_to_sign_in_and_come_back(case, browser_of):
    for name, method in OF_A_CASE.items():
        answer = ask(browser_of(), name, method, case.number)

        assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/entrar/")
    assert ask(browser_of(), "area", "get").url == "/entrar/?next=/mi-area/"


@pytest.mark.parametrize(
    ("page", "then"),
    [
        ("http://testserver/mi-area/?ver=mios#groups", "/mi-area/%3Fver%3Dmios"),
        ("http://mal.example/", "/inicio/"),
        ("javascript:alert(1)", "/inicio/"),
        ("http://testserver//mal.example/", "/mal.example/"),
        ("", "/inicio/"),
    ],
)
def test_whose_session_ended_while_they_wrote_comes_back_to_the_page_and_not_to_its_forms_address(page, then, case, browser_of):
    answer = browser_of().post(reverse("portal:messages", args=[case.number]), {"text": "Hola"}, headers={"Referer": page})

    assert answer.url == f"/entrar/?next={then}"


def test_a_case_of_another_organisation_is_not_there(case, outsider, browser_of):
    browser = browser_of(outsider.person)

    assert {ask(browser, name, method, case.number).status_code for name, method in OF_A_CASE.items()} == {404}
    assert case.subject not in ask(browser, "area", "get").content.decode()


def test_a_colleague_of_the_organisation_sees_it(case, colleague, browser_of):
    assert ask(browser_of(colleague.person), "case", "get", case.number).status_code == 200


def test_a_session_of_this_desk_opens_nothing_in_another(case, diana, other_desk, browser_of):
    browser = browser_of(diana.person)
    browser.defaults["HTTP_HOST"] = "other.localhost"

    assert ask(browser, "case", "get", case.number).status_code == 302


def test_a_customer_who_is_nobodys_contact_sees_nothing(case, person_of, browser_of):
    browser = browser_of(person_of(Role.CUSTOMER))

    assert ask(browser, "area", "get").status_code == 403
    assert ask(browser, "case", "get", case.number).status_code == 403


def test_an_inactive_contact_is_signed_out(case, diana, dianas):
    diana.person.is_active = False
    diana.person.save()

    assert ask(dianas, "case", "get", case.number).status_code in {302, 403}


@pytest.mark.parametrize(("name", "method"), [("case", "post"), ("received", "post"), ("messages", "get"), ("decision", "get")])
def test_the_wrong_method_is_refused(name, method, case, dianas):
    assert ask(dianas, name, method, case.number).status_code == 405


def test_files_and_markup_of_an_internal_note_are_not_there(case, agent, dianas, at):
    stored = store(name="interno.txt", content_type="text/plain", content=b"no")
    said = note(case.pk, "solo nosotros", by=as_actor(agent), at=at, files=[stored])
    said.html = "<b>solo nosotros</b>"
    said.save()

    assert ask(dianas, "file", "get", case.number, stored.pk).status_code == 404
    assert ask(dianas, "markup", "get", case.number, said.pk).status_code == 404
