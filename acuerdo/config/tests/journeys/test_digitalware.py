"""Digital Ware: returned for its replica, completed, promised, closed by silence; and a server that falls at night (issue 4, DIG)."""

from datetime import date

from acuerdo.config.tests.journeys.week import Week, on
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.complete_information import complete_information
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.promise import promise
from acuerdo.tickets.actions.reply import Points, reply_formally
from acuerdo.tickets.actions.return_to_customer import return_to_customer
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for, information_of

#: The minimum information but for the replica (DIG-014 to DIG-021).
ANSWERED = {"programa": "Nómina", "version": "12.4", "esperado": "El total con incapacidades", "vpn": "sí", "actualizacion": "sí"}


def missing(case: Ticket) -> set[str]:
    """The points that the case still lacks."""
    ticket = Ticket.objects.get(pk=case.pk)
    return {point.need.id for point in information_of(ticket, agreement_for(ticket)) if point.state == "missing"}


def test_returned_for_its_replica_then_diagnosed_promised_and_closed_by_silence(desk):
    week = Week("digitalware", "on-premise")
    met = week.acts("met")

    # Tuesday 15:00: high urgency and medium impact are 16 business hours, of days of 10.5 (DIG-T2, DIG-A4).
    proposed = {"type": "incidente", "impact": "media", "urgency": "alta"}
    report = Report(subject="La nómina no suma incapacidades", text="Sale sin ellas.", channel="sac", proposed=proposed, answers=ANSWERED)
    case = week.opens(report, on(24, "15:00"))
    week.sends(
        ("customer", "[#1] Recibimos su caso", "P2 - Alta", "jueves 26 de noviembre, 10:00", "en 5 días hábiles, la herramienta cierra")
    )
    assert week.clocks(case, on(24, "15:00"))["attention"]["due_at"] == "2026-11-26T10:00:00-05:00"
    assert "replica" in missing(case)
    assign(case.pk, week.people["met"], by=week.acts("coordinador-met"), at=on(24, "15:10"))
    week.sends(("met", "El caso #1 es suyo", "On Premise"))

    # Without its replica it goes back, named, and its time stands still until it comes (DIG-018, DIG-019, DIG-A11).
    return_to_customer(case.pk, ["replica"], text="Para diagnosticarlo necesitamos repetirlo:", by=met, at=on(24, "16:00"))
    week.sends(("customer", "Le devolvimos su caso: falta algo para continuar", "- Falta la réplica en el ambiente de pruebas"))
    assert week.state(case) == ("waiting_customer", "")
    paused = week.clocks(case, on(25, "12:00"))["attention"]
    assert (paused["state"], paused["elapsed"]) == ("paused", "1 business hours")
    replica = {"replica": {"datos": "Empleado 4411", "pasos": "Liquidar noviembre", "condiciones": "Con incapacidad"}}
    completed = Report(subject=case.subject, text="Aquí está.", channel="sac", answers=replica)
    complete_information(case.pk, completed, contact=week.contact, match=week.match(on(26, "9:00")), by=week.customer(), at=on(26, "9:00"))
    assert week.state(case) == ("in_progress", "")
    assert "replica" not in missing(case)
    week.sends(("met", "Diana Lozano escribió en el caso #1: Aquí está."))
    assert week.clocks(case, on(26, "9:00"))["attention"]["due_at"] == "2026-11-27T13:30:00-05:00"

    # The diagnosis ends the attention time and promises a date, which is moved with its reason (DIG-036, DIG-A2).
    said = {"diagnostico": "El concepto no entra en la fórmula.", "plan": "Corregir y probar."}
    reply_formally(case.pk, [Points(reply="diagnostico", said=said, days={"fecha": date(2026, 12, 1)})], by=met, at=on(26, "11:00"))
    week.sends(("customer", "Diagnóstico del caso: El concepto", "Plan de trabajo: Corregir", "Fecha comprometida de solución: 01/12/2026"))
    promise(case.pk, "committed_solution", date(2026, 12, 2), reason="Falta una prueba con Hacienda.", by=met, at=on(27, "9:00"))
    week.sends(("customer", "Falta una prueba con Hacienda.", "miércoles 2 de diciembre", "Antes era: martes 1 de diciembre"))
    clocks = week.clocks(case, on(27, "9:00"))
    assert (clocks["attention"]["state"], clocks["attention"]["elapsed"]) == ("met", "3 business hours")
    assert clocks["committed_solution"]["due_at"] == "2026-12-02T18:00:00-05:00"

    # Delivered on Wednesday 2 December; Tuesday 8 is a holiday, so the fifth business day is Thursday 10 (DIG-056, DIG-057).
    week.passes(on(2, "10:00", 12))
    week.sends(("met", "Ya pasó el 80 % de «Solución comprometida»"), ("coordinador-met", "Ya pasó el 80 % de «Solución comprometida»"))
    week.solved(case, on(2, "10:00", 12))
    week.sends(("customer", "jueves 10 de diciembre, 10:00", "Son 5 días hábiles para probar", "miércoles 2 de diciembre, 18:00: cumplido"))
    week.passes(on(10, "9:59", 12))
    assert week.state(case) == ("resolved", "")
    week.sends()
    week.passes(on(10, "10:00", 12))
    assert week.state(case) == ("closed", "silence")
    week.sends(("customer", "Su caso quedó cerrado", "«Cerrado por vencimiento»"))
    states = {name: one["state"] for name, one in week.clocks(case, on(11, "9:00", 12)).items()}
    assert states == {"attention": "met", "committed_solution": "met", "auto_close": "elapsed"}


def test_a_server_that_falls_at_night_on_a_saas_client(desk):
    week = Week("digitalware", "saas")

    # Tuesday 23:40: SaaS reports falls at any hour, and P1 has four hours of the clock, no replica asked (DIG-034, DIG-041, DIG-A13).
    proposed = {"type": "incidente", "topic": "servidor", "priority": "p1", "impact": "alta", "urgency": "alta"}
    case = week.opens(Report(subject="Se cayó el servidor", text="Nadie entra.", channel="sac", proposed=proposed), on(24, "23:40"))
    week.sends(
        ("customer", "P1 - Crítica", "Restablecimiento del servicio, a más tardar el miércoles 25 de noviembre, 3:40", "Caída del servidor")
    )
    assert {"replica", "vpn", "actualizacion"}.isdisjoint(missing(case))
    assert {name: one["due_at"] for name, one in week.clocks(case, on(24, "23:40")).items()} == {"restoration": "2026-11-25T03:40:00-05:00"}
    assign(case.pk, week.people["met"], by=week.acts("coordinador-met"), at=on(24, "23:50"))
    week.sends(("met", "El caso #1 es suyo: Se cayó el servidor"))

    # At four fifths the director knows too, at once, though it is 2:52 (DIG-053, DIG-055).
    week.passes(on(25, "3:00"))
    near = "Ya pasó el 80 % de «Restablecimiento del servicio»"
    told = week.sends(("met", "Ya pasó el 50 %"), ("met", near), ("coordinador-met", near), ("director-experiencia", near))
    assert told[-1].not_before is None
    answer(case.pk, "El servicio está arriba; seguimos mirando la causa.", by=week.acts("met"), at=on(25, "3:10"), milestones=["restored"])
    week.sends(("customer", "El servicio está arriba"))
    restored = week.clocks(case, on(25, "3:10"))["restoration"]
    assert (restored["state"], restored["elapsed"]) == ("met", "3.5 hours")

    # What the customer writes after the solution stops the window: silence closes over no word (DIG-058, DIG-A6).
    week.solved(case, on(25, "8:00"))
    week.sends(("customer", "el caso se cierra solo el miércoles 2 de diciembre, 8:00"))
    assert week.answers_mail("¿Qué lo causó?", on(25, "9:00")).pk == case.pk
    week.sends(("met", "escribió después de la solución del caso #1: ¿Qué lo causó?"))
    assert week.clocks(case, on(25, "9:00"))["auto_close"]["state"] == "answered"
    week.passes(on(15, "9:00", 12))
    assert week.state(case) == ("resolved", "")
    week.sends()


def test_what_nobody_restores_in_its_time_goes_to_coordinator_and_director(desk):
    week = Week("digitalware", "saas")
    proposed = {"type": "incidente", "topic": "servidor", "priority": "p1", "impact": "alta", "urgency": "alta"}
    case = week.opens(Report(subject="Se cayó el servidor", text="Nadie entra.", channel="sac", proposed=proposed), on(24, "23:40"))
    assign(case.pk, week.people["met"], by=week.acts("met"), at=on(24, "23:50"))
    week.passes(on(25, "3:39"))
    before = len(week.mails("director-experiencia@mesa.example"))

    week.passes(on(25, "3:41"))

    assert Ticket.objects.get(pk=case.pk).level == "n2"  # DIG-054
    told = week.mails("director-experiencia@mesa.example")[before:]
    assert ["Se venció «Restablecimiento del servicio»" in mail.text for mail in told] == [True]  # DIG-055, once
    assert week.clocks(case, on(25, "3:41"))["restoration"]["state"] == "breached"
