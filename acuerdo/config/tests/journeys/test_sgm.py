"""SGM: a call with the checks of Tabla 4 until silence closes it; a request that waits for committee and quote (issue 4)."""

import pytest

from acuerdo.config.tests.journeys.week import Week, on
from acuerdo.tickets.actions.approve import NotYoursToDecide, ask, decide_approval
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.check_off import begin_checks, check_off
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.solve import NotApproved, solve
from acuerdo.tickets.actions.take_call import take_call
from acuerdo.tickets.actions.tasks import finish_task
from acuerdo.tickets.models import Check, Task, Ticket


def check_at(case: Ticket, place: int) -> Check:
    """One of the case's checks, by its place in the table."""
    return Check.objects.get(checklist__ticket=case, place=place)


def test_a_call_with_the_checks_of_table_4_until_silence_closes_it(desk):
    week = Week("sgm")
    agent = week.acts("agente")

    # Monday 8:00, a call, written down five minutes later: number and time go out by mail, from the call on (SGM-019 to SGM-022).
    report = Report(subject="No carga la página", text="Desde las siete no abre en admisiones.", channel="telefono")
    case = take_call(report, contact=week.contact, happened_at=on(23, "8:00"), by=agent, at=on(23, "8:05"))
    week.sends(
        ("customer", "[#1] Recibimos su caso", "llegó el lunes 23 de noviembre a las 8:00", "a más tardar el martes 24 de noviembre, 8:00")
    )
    assign(case.pk, week.people["agente"], by=agent, at=on(23, "8:06"))
    classify(case.pk, {"priority": "alta"}, by=agent, at=on(23, "8:07"))
    week.sends(("customer", "Le responderemos a más tardar el lunes 23 de noviembre, 10:00", "Prioridad: Alta"))  # SGM-A20
    response = week.clocks(case, on(23, "8:07"))["first_response"]
    assert (response["target"], response["due_at"]) == ("2 hours", "2026-11-23T10:00:00-05:00")  # SGM-T5

    # The first three checks are the customer's: they are asked, and the case is theirs meanwhile (SGM-040, SGM-042).
    begin_checks(case.pk, "no-carga-la-pagina", by=agent, at=on(23, "8:10"))
    assert week.state(case) == ("waiting_customer", "")
    theirs = (
        "1. Soporte Técnico del cliente: Verificar conexiones",
        "direccionamiento IP",
        "3. Soporte Técnico del cliente: Verificar URL",
    )
    week.sends(("customer", "Por favor haga estas verificaciones", *theirs))
    for place, minute in enumerate(("8:20", "8:22", "8:25")):
        check_off(case.pk, check_at(case, place).pk, contact=week.contact, by=week.customer(), at=on(23, minute))
    assert week.state(case) == ("in_progress", "")
    week.sends(("agente", "Diana Lozano terminó sus verificaciones del caso #1. Siguen las de la mesa."))

    # The fourth is the desk's; the fifth, the customer's VPN, is asked where it applies and skipped where not (SGM-041).
    check_off(case.pk, check_at(case, 3).pk, note="El servicio estaba detenido", by=agent, at=on(23, "8:40"))
    week.sends(("customer", "Verificar conexión VPN", "Atención extramural"))
    assert week.state(case) == ("waiting_customer", "")
    check_off(case.pk, check_at(case, 4).pk, skipped=True, note="No es extramural", by=agent, at=on(23, "8:41"))
    assert week.state(case) == ("in_progress", "")
    week.sends()

    # 9:30: the solution, by mail and by telephone, which is a task of the agent's (SGM-031).
    solve(case.pk, "Subimos el servicio.", evidence={"solucion": "Servicio reiniciado"}, by=agent, at=on(23, "9:30"))
    week.sends(
        ("customer", "Subimos el servicio.", "se cierra solo el jueves 26 de noviembre, 9:30", "Son 72 horas para probar", "cumplido")
    )
    call = Task.objects.get(ticket=case)
    assert (call.assignee, call.text[:22]) == (week.people["agente"], "Llamar a Diana Lozano:")
    finish_task(case.pk, call.pk, by=agent, at=on(23, "9:45"))
    clocks = week.clocks(case, on(23, "9:45"))
    assert [clocks[name]["due_at"] for name in ("reminder", "auto_close")] == [
        "2026-11-24T09:30:00-05:00",
        "2026-11-26T09:30:00-05:00",
    ]  # SGM-A2

    # Tuesday 9:30 and not before: 24 h without an answer, customer and agent are told (SGM-034).
    week.passes(on(24, "9:29"))
    week.sends()
    week.passes(on(24, "9:30"))
    reminder = ("¿Le sirvió la solución?", "Le entregamos esta solución el lunes 23 de noviembre, 9:30", "jueves 26 de noviembre, 9:30")
    week.sends(("customer", *reminder), ("agente", "Diana Lozano no ha respondido a la solución del caso #1", "llame o escríbale"))

    # Thursday 9:30 and not before: 72 h from the solution, it is closed and taken as approved; nothing was written since (SGM-035).
    week.passes(on(26, "9:29"))
    assert week.state(case) == ("resolved", "")
    week.sends()
    week.passes(on(26, "9:30"))
    assert week.state(case) == ("closed", "silence")
    week.sends(("customer", "Su caso quedó cerrado", "«Aprobada por silencio»", "Si no está de acuerdo con el cierre"))
    week.passes(on(30, "9:30"))
    week.sends()
    states = {name: one["state"] for name, one in week.clocks(case, on(30, "9:30")).items()}
    assert states == {"first_response": "met", "reminder": "elapsed", "auto_close": "elapsed"}


def test_a_word_of_the_customers_stops_both_windows(desk):
    week = Week("sgm")
    case = week.writes("No carga la página", "No abre.", on(23, "8:00"))
    solve(case.pk, "Subimos el servicio.", evidence={"solucion": "Reinicio"}, by=week.acts("agente"), at=on(23, "9:30"))
    week.sends(("customer", "Recibimos su caso"), ("customer", "se cierra solo"))

    week.passes(on(25, "16:00"))
    week.sends(("customer", "Su caso espera su respuesta"), ("agente", "no ha respondido"))
    assert week.answers_mail("Sigue lenta en una sede.", on(25, "16:00")).pk == case.pk  # SGM-A3
    week.sends(("agente", "escribió después de la solución del caso #1: Sigue lenta en una sede."))

    week.passes(on(30, "9:30"))

    assert week.state(case) == ("resolved", "")
    windows = week.clocks(case, on(30, "9:30"))
    assert (windows["reminder"]["state"], windows["auto_close"]["state"]) == ("elapsed", "answered")
    week.sends()


def test_a_request_is_held_until_committee_and_quote_approve_it(desk):
    week = Week("sgm")
    agent = week.acts("agente")
    proposed = {"type": "solicitud", "item": "crear-reporte"}
    case = week.opens(
        Report(subject="Un reporte de restricciones", text="Por cargo y sede.", channel="email", proposed=proposed), on(23, "10:00")
    )
    week.sends(("customer", "El plazo es de 72 horas y empieza cuando se apruebe", "Qué pide: Crear nuevo Reporte"))
    assign(case.pk, week.people["agente"], by=agent, at=on(23, "10:30"))
    assert week.clocks(case, on(23, "10:30")) == {}

    # Work waits, and an agent does not decide for the committee (SGM-025, SGM-030).
    asked = ask(case.pk, "committee", of="Comité de Control de Cambios", text="Reporte por cargo.", by=agent, at=on(23, "11:00"))
    assert week.state(case) == ("waiting_approval", "")
    with pytest.raises(NotApproved):
        solve(case.pk, "Listo", evidence={"solucion": "Reporte"}, by=agent, at=on(23, "11:30"))
    with pytest.raises(NotYoursToDecide):
        decide_approval(asked.pk, "approved", by=agent, at=on(23, "11:40"))
    decide_approval(asked.pk, "approved", minutes="Acta 12", by=week.acts("supervision"), at=on(24, "15:00"))
    week.sends(("agente", "aprobó lo pedido en el caso #1"), ("customer", "Decisión: Aprobada", "Acta 12"))
    assert week.clocks(case, on(24, "15:00")) == {}

    # The quote goes to the customer; with their yes, the last that was missing, the time begins (SGM-026, SGM-028, SGM-A5).
    quote = ask(case.pk, "quote", of="Diana Lozano", text="Reporte nuevo.", amount="$ 900.000", by=agent, at=on(24, "16:00"))
    week.sends(("customer", "¿La aprueba?", "Reporte nuevo.", "Valor: $ 900.000", "/aprobar/"))
    decide_approval(quote.pk, "approved", contact=week.contact, by=week.customer(), at=on(25, "9:00"))
    week.sends(("agente", "Diana Lozano aprobó lo pedido en el caso #1"))
    begun = week.clocks(case, on(25, "9:00"))["fulfilment"]
    assert (begun["started_at"], begun["due_at"]) == ("2026-11-25T09:00:00-05:00", "2026-11-28T09:00:00-05:00")  # SGM-T2

    solve(case.pk, "El reporte está en Informes.", evidence={"solucion": "Reporte creado"}, by=agent, at=on(26, "9:00"))
    week.sends(("customer", "El reporte está en Informes.", "sábado 28 de noviembre, 9:00: cumplido"))
    assert week.clocks(case, on(26, "9:00"))["fulfilment"]["state"] == "met"
