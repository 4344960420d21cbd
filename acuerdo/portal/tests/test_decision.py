"""Approving and rejecting on the case's page."""

from acuerdo.satisfaction.models import Rating


def decide(browser, case, solution, answer="si", **said):
    return browser.post(f"/casos/{case.number}/decision/", {"solution": solution.pk, "answer": answer, **said})


def test_yes_closes_the_case_and_keeps_the_face(case, solution, dianas):
    response = decide(dianas, case, solution, face="bueno")

    assert response.status_code == 303
    case.refresh_from_db()
    assert (case.status, case.closed_as) == ("closed", "approved")
    assert Rating.objects.get(ticket=case).value == "bueno"


def test_yes_without_a_face_closes_too(case, solution, dianas):
    decide(dianas, case, solution)

    assert not Rating.objects.exists()
    case.refresh_from_db()
    assert case.status == "closed"


def test_no_needs_what_was_found_and_the_choice_comes_back(case, solution, dianas):
    response = decide(dianas, case, solution, "no", reason="  ")

    assert response.status_code == 422
    assert "Cuéntenos qué encontró al probar" in response.content.decode()
    assert 'value="no" required checked' in response.content.decode()
    case.refresh_from_db()
    assert case.status == "resolved"


def test_no_with_its_reason_brings_the_case_back(case, solution, dianas):
    decide(dianas, case, solution, "no", reason="Sigue cortándose en la extensión 12.")

    case.refresh_from_db()
    assert case.status == "in_progress"
    assert case.messages.filter(text="Sigue cortándose en la extensión 12.", kind="customer").exists()


def test_a_second_click_changes_nothing_and_says_so(case, solution, dianas):
    decide(dianas, case, solution)

    response = decide(dianas, case, solution, "no", reason="Me arrepentí.")

    assert response.status_code == 303
    assert "ya no espera su respuesta" in dianas.get(response["Location"]).content.decode()
    case.refresh_from_db()
    assert case.status == "closed"


def test_neither_yes_nor_no_is_asked_again(case, solution, dianas):
    assert decide(dianas, case, solution, "tal vez").status_code == 422
