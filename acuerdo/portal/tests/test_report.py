"""Reporting a case on the page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from acuerdo.tickets.models import Ticket

SAID = {"subject": "El reporte no abre", "text": "Sale «Error 504».", "once": "una-clave-de-prueba"}


def test_a_report_opens_a_case_and_says_by_when_it_is_answered(diana, dianas):  # PRO-040
    response = dianas.post("/reportar/", SAID)

    case = Ticket.objects.get(subject="El reporte no abre")
    assert (case.channel, case.contact, case.organisation) == ("web", diana, diana.organisation)
    assert (response.status_code, response["Location"]) == (303, f"/casos/{case.number}/recibido/")
    shown = dianas.get(response["Location"]).content.decode()
    assert f"Recibimos su caso {case.number}" in shown
    assert "Le respondemos antes de" in shown


def test_a_second_click_opens_no_second_case(dianas):
    first = dianas.post("/reportar/", SAID)

    assert dianas.post("/reportar/", SAID)["Location"] == first["Location"]
    assert Ticket.objects.count() == 1


def test_files_come_with_the_first_message(dianas):
    dianas.post("/reportar/", {**SAID, "files": SimpleUploadedFile("error.txt", b"504", "text/plain")})

    assert [f.name for f in Ticket.objects.get().messages.get().files.all()] == ["error.txt"]


@pytest.mark.parametrize(("missing", "kept"), [("subject", "Sale «Error 504»."), ("text", "El reporte no abre")])
def test_what_is_missing_is_named_and_the_rest_comes_back(missing, kept, dianas):
    response = dianas.post("/reportar/", {**SAID, missing: ""})

    shown = response.content.decode()
    assert response.status_code == 422
    assert "Falta un dato" in shown
    assert kept in shown
    assert not Ticket.objects.exists()


def test_a_product_that_the_manual_does_not_have_is_refused(dianas):
    assert dianas.post("/reportar/", {**SAID, "product": "otro"}).status_code in {303, 422}


def test_opening_the_form_writes_nothing(dianas, django_assert_num_queries):
    dianas.get("/reportar/")  # a process reads its manual once

    # the desk (3), session, person, contact, contract, manual, own questions
    with django_assert_num_queries(7):
        assert dianas.get("/reportar/").status_code == 200
    assert not Ticket.objects.exists()
