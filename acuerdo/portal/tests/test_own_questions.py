"""The desk's own questions: asked of the customer, kept on the case, changed by agents."""

from django.utils import timezone

from acuerdo.agreements.models import CustomField
from acuerdo.events.models import Event, EventDetail
from acuerdo.tickets.actions.fill_fields import fill_fields
from acuerdo.tickets.models import Ticket

SAID = {"type": "incidente", "subject": "El reporte no abre", "text": "Sale «Error 504».", "once": "una-clave-de-prueba"}


def test_a_question_that_whoever_reports_must_answer_is_refused_empty_and_kept_answered(dianas, by) -> None:
    CustomField.objects.create(
        type="incidente", name="sede", label="¿En qué sede?", kind="choice", choices=["Norte", "Sur"], required_for="report"
    )
    CustomField.objects.create(type="solicitud", name="otra", label="¿Otra cosa?")

    assert "¿En qué sede?" in dianas.get("/reportar/").content.decode()
    assert "¿Otra cosa?" not in dianas.get("/reportar/").content.decode()
    assert dianas.post("/reportar/", SAID).status_code == 422
    assert dianas.post("/reportar/", {**SAID, "x-sede": "Este"}).status_code == 422
    assert dianas.post("/reportar/", {**SAID, "x-sede": "Norte"}).status_code == 303

    ticket = Ticket.objects.get()
    assert ticket.extra == {"sede": "Norte"}
    fill_fields(ticket.pk, {"sede": "Sur"}, asked={"sede"}, by=by, at=timezone.now())
    fill_fields(ticket.pk, {"sede": "Sur"}, asked={"sede"}, by=by, at=timezone.now())
    event = Event.objects.get(kind="ticket.fields")
    assert event.facts == {"fields": ["sede"]}
    assert EventDetail.objects.get(event=event).content["after"] == {"sede": "Sur"}


def test_an_agent_answers_them_beside_the_case(signed_in, case) -> None:
    CustomField.objects.create(type="", name="equipos", label="¿Cuántos equipos?", kind="number")

    assert "¿Cuántos equipos?" in signed_in.get(f"/console/casos/{case.number}/campos/").content.decode()
    assert signed_in.post(f"/console/casos/{case.number}/campos/", {"x-equipos": "muchos", "key": "k1"}).status_code == 422
    assert signed_in.post(f"/console/casos/{case.number}/campos/", {"x-equipos": "12", "key": "k2"}).status_code == 303
    assert Ticket.objects.get(pk=case.pk).extra == {"equipos": "12"}
    assert "¿Cuántos equipos?" in signed_in.get(f"/console/casos/{case.number}/").content.decode()


def test_a_question_that_must_be_answered_before_a_solution_holds_it_back_and_keeps_what_was_typed(signed_in, case, by) -> None:
    CustomField.objects.create(type="", name="causa", label="¿Qué falló?", required_for="solution")
    CustomField.objects.create(type="", name="otra", label="¿Algo más?")
    address, said = f"/console/casos/{case.number}/solucion/", {"text": "Ya transfiere", "seen": "99", "evidence-solucion": "Se corrigió"}

    refused = signed_in.post(address, {**said, "key": "k1"})

    assert refused.status_code == 422
    assert "«Campos propios»: ¿Qué falló?. Su texto" in refused.text
    assert "Ya transfiere" in refused.text
    fill_fields(case.pk, {"causa": "El plan de marcado"}, asked={"causa"}, by=by, at=timezone.now())
    assert signed_in.post(address, {**said, "key": "k2"}).status_code == 303
    assert Ticket.objects.get(pk=case.pk).status == "resolved"
