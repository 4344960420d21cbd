"""Proware: a case by mail that its customer takes to the head of after-sales, to its approval and survey (issue 4, PRO)."""

import re

import pytest

from acuerdo.config.tests.journeys.week import Week, on
from acuerdo.core.tickets import Status
from acuerdo.satisfaction.actions.rate import rate
from acuerdo.satisfaction.queries import last_closing
from acuerdo.tickets.access import read_decision_token
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.ask_escalation import MayNotAsk, ask_escalation
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.raise_level import raise_level

HEAD = "jefe-postventa"


def test_a_week_under_the_manual_of_proware(desk, client):
    week = Week("proware", "empresarial")

    # Monday: a mail creates the case, and its number and times go back at once (PRO-032, PRO-033, PRO-065).
    case = week.writes("El IVR no transfiere", "Desde ayer las llamadas no pasan al grupo.", on(23, "16:30"))
    promised = ("antes del martes 24 de noviembre, 16:30", "a más tardar el jueves 26 de noviembre, 16:30", "Plan Empresarial")
    week.sends(("customer", "[#1] Recibimos su caso: El IVR no transfiere", *promised))

    # Given to an agent, the contact who has no account is invited to the platform (PRO-035).
    assign(case.pk, week.agent, by=week.acts("coordinador"), at=on(23, "16:40"))
    invited, _ = week.sends(("customer", "Ya hay una persona a cargo de su caso 1", "Crear mi cuenta"), ("agente", "El caso #1 es suyo"))
    assert "contraseña" in client.get(path_of(invited.text, "invitacion")).content.decode()

    # The agent decides the level: both times are reckoned from the opening, and told with what moved them (PRO-A18).
    classify(case.pk, {"priority": "alto"}, by=week.by, at=on(23, "16:45"))
    week.sends(("customer", "Le responderemos antes del martes 24 de noviembre, 10:30", "Nivel de emergencia: Alto", "era el jueves 26"))
    clocks = week.clocks(case, on(23, "16:45"))
    assert (clocks["first_response"]["target"], clocks["first_response"]["due_at"]) == ("< 6 business hours", "2026-11-24T10:30:00-05:00")
    assert (clocks["resolution"]["target"], clocks["resolution"]["due_at"]) == ("< 2 business days", "2026-11-25T16:30:00-05:00")

    # At half of the six hours whoever has the case is told, once (PRO-069).
    week.passes(on(23, "20:00"))
    week.sends(("agente", "Ya pasó el 50 % de «Tiempo de respuesta»", "vence el martes 24 de noviembre, 10:30"))
    answer(case.pk, "Estamos revisando el plan de marcado.", by=week.by, at=on(23, "20:10"))
    week.sends(("customer", "Estamos revisando el plan de marcado.", "Agente SAC", "> Desde ayer las llamadas"))
    first = week.clocks(case, on(23, "20:10"))["first_response"]
    assert (first["state"], first["elapsed"]) == ("met", "3.666667 business hours")

    # Tuesday: the plan lets the customer go to the head of after-sales; those who are told are told once (PRO-057, PRO-A15).
    asked = {"contact": week.contact, "match": week.match(on(24, "10:00")), "by": week.customer()}
    ask_escalation(case.pk, "Llevamos dos días sin línea.", at=on(24, "10:00"), **asked)
    said = "Clínica Santa Aurelia (Plan Empresarial) pide escalar el caso #1: Llevamos dos días sin línea."
    week.sends((HEAD, said), ("coordinador", said), ("agente", said))
    raise_level(case.pk, "segundo-nivel", reason="Lo pidió el cliente.", by=week.acts("coordinador"), at=on(24, "10:20"))
    week.sends((HEAD, "Coordinador SAC subió el caso #1 a «Segundo nivel»: Lo pidió el cliente."))

    # While the customer is waited for the solution's time stands still; the mail that answers lets it run again (PRO-A19).
    answer(case.pk, "¿Nos envía el registro del troncal?", by=week.by, at=on(24, "12:00"), then=Status.WAITING_CUSTOMER)
    week.sends(("customer", "¿Nos envía el registro del troncal?", "Le toca a usted."))
    assert week.clocks(case, on(24, "18:00"))["resolution"]["state"] == "paused"
    assert week.answers_mail("Va en este correo.", on(25, "12:00")).pk == case.pk
    week.sends(("agente", "Diana Lozano escribió en el caso #1: Va en este correo."))
    solution = week.clocks(case, on(25, "12:00"))["resolution"]
    assert (solution["state"], solution["due_at"]) == ("running", "2026-11-26T16:30:00-05:00")
    week.passes(on(25, "18:00"))
    week.sends(("agente", "Ya pasó el 50 % de «Tiempo estimado solución»", "vence el jueves 26 de noviembre, 16:30"))

    # Wednesday: the solution. A scanner that looks at its button changes nothing; the customer's yes closes it (PRO-A9).
    week.solved(case, on(25, "18:00"))
    delivered = week.sends(("customer", "¿Le sirve?", "Reiniciamos el servicio.", "antes del jueves 26 de noviembre, 16:30: cumplido"))[0]
    link = path_of(delivered.text, "decidir")
    assert client.get(link).status_code == 200
    assert week.state(case) == ("resolved", "")
    chosen = read_decision_token(link.partition("?")[0].strip("/").split("/")[-1])
    assert chosen and (chosen.ticket_id, chosen.contact_id) == (case.pk, week.contact.pk)
    approve(chosen.ticket_id, chosen.solution_id, by=week.customer(), at=on(26, "9:30"))
    assert week.state(case) == ("closed", "approved")
    closing = week.sends(("customer", "Su caso quedó cerrado", "¿Cómo le pareció nuestro servicio?", "Bueno", "Aceptable", "Malo"))[0]

    # The survey's faces are links of the closing mail; one that is not content is told to who watches over the desk (PRO-055).
    assert client.get(path_of(closing.text, "encuesta", last=True)).status_code == 200
    rate(case.pk, last_closing(case) or 0, "malo", by=week.customer(), at=on(26, "10:00"), comment="Tardó mucho.")
    week.sends(("coordinador", "Malo"))
    ended = week.clocks(case, on(26, "10:00"))
    assert {name: one["state"] for name, one in ended.items()} == {"first_response": "met", "resolution": "met"}
    assert ended["resolution"]["elapsed"] == "1.125 business days"

    # Friday: a word to a closed case opens another, of the same subject and linked, with times of its own.
    again = week.answers_mail("Volvió a pasar esta mañana.", on(27, "11:00"))
    assert (again.pk != case.pk, again.follows_id, again.subject) == (True, case.pk, "El IVR no transfiere")
    week.sends(("customer", "[#2] Recibimos su caso: El IVR no transfiere", "Lo abrimos unido al caso 1", "28 de noviembre, 11:00"))


@pytest.mark.parametrize("plan", ["innovador", "emprendedor"])
def test_a_plan_that_does_not_include_it_asks_for_no_escalation(desk, plan):
    week = Week("proware", plan)
    case = week.writes("El IVR no transfiere", "Desde ayer.", on(23, "16:30"))
    asked = {"contact": week.contact, "match": week.match(on(24, "10:00")), "by": week.customer()}

    with pytest.raises(MayNotAsk):
        ask_escalation(case.pk, "Es urgente.", at=on(24, "10:00"), **asked)

    week.sends(("customer", "[#1] Recibimos su caso"))


def path_of(text: str, name: str, *, last: bool = False) -> str:
    """Where a link of a mail leads, below the desk's host."""
    found = re.findall(rf"http://testserver:8000(/{name}/\S+)", text)
    assert found, text
    return str(found[-1 if last else 0])
