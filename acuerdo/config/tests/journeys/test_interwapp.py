"""InterWAPP: a defect and an improvement, with diagnosis, formal reply, quote and delivery date (issue 4, INT)."""

from datetime import date

import pytest

from acuerdo.config.tests.journeys.week import Week, on
from acuerdo.tickets.actions.answer import NeedsItsPoints
from acuerdo.tickets.actions.approve import ask, decide_approval
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.promise import promise
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.reply import Points, reply_formally
from acuerdo.tickets.actions.solve import NotApproved, solve
from acuerdo.tickets.models import Ticket

#: The five points of each formal reply in the document's order, as a mail lists them (INT-108, INT-109).
DEFECT = (
    "- Que el requerimiento del cliente corresponde a un defecto de la plataforma: Es un defecto.\n"
    "- El tiempo en el cual se soluciona el defecto: Dos días.\n"
    "- Fecha de entrega: 26/11/2026\n"
    "- Recursos que debe proveer el cliente en el caso que aplique (ejemplo ingreso a las instalaciones del cliente, información, "
    "acceso al servidor… etc.): Acceso al servidor.\n"
    "- Nivel de criticidad de afectación de la operación: Alto\n"
)
IMPROVEMENT = (
    "- Cotización del servicio: $ 2.400.000\n"
    "- Tiempos de Ejecución: Cinco días\n"
    "- Recursos que debe proveer el cliente (Información, accesos, permisos…): Un usuario de pruebas\n"
    "- Fecha de entrega: 04/12/2026\n"
    "- Nivel de Criticidad de afectación de la operación: Bajo\n"
)


def diagnosis(case: Ticket, text: str, kind: str) -> Points:
    """The initial diagnosis, with its three deliverables (INT-T2)."""
    return Points(reply="diagnostico", said={"consecutivo": str(case.number), "diagnostico": text, "clasificacion": kind}, days={})


def test_a_defect_from_its_diagnosis_to_its_delivery(desk):
    week = Week("interwapp", "habil")
    agent = week.acts("consultor")

    # Monday 17:00: a consecutive number, and two business hours for the diagnosis: one today, one tomorrow (INT-111, INT-113).
    case = week.writes("El kardex duplica entradas", "Creo que es una mejora.", on(23, "17:00"))
    week.sends(("customer", "[#1] Recibimos su caso", "Tiempo de respuesta inicial, a más tardar el martes 24 de noviembre, 9:00"))
    assign(case.pk, week.people["consultor"], by=week.acts("lider"), at=on(24, "8:10"))
    week.sends(("consultor", "El caso #1 es suyo"))
    classify(case.pk, {"type": "defecto", "criticality": "alto"}, by=agent, at=on(24, "8:20"))
    reply_formally(case.pk, [diagnosis(case, "La entrada se graba dos veces.", "Defecto, alta")], by=agent, at=on(24, "8:25"))
    said = ("Consecutivo de la Solicitud: 1", "La entrada se graba dos veces.", "- Tipo: Defecto", "- Nivel de criticidad: Alto")
    week.sends(("customer", "Este es el diagnóstico de su caso", *said))  # INT-112, INT-121: the final classification
    clocks = week.clocks(case, on(24, "8:25"))
    assert (clocks["diagnosis"]["state"], clocks["diagnosis"]["elapsed"]) == ("met", "1.416667 business hours")
    assert clocks["formal_response"]["due_at"] == "2026-11-24T12:25:00-05:00"  # INT-T3: four hours since the diagnosis

    # A formal reply that lacks one of its five points is not sent (INT-108).
    points = {"defecto": "Es un defecto.", "tiempo": "Dos días.", "recursos": "Acceso al servidor.", "criticidad": "Alto"}
    days = {"fecha": date(2026, 11, 26)}
    with pytest.raises(NeedsItsPoints) as refused:
        reply_formally(
            case.pk, [Points(reply="respuesta-defecto", said={**points, "recursos": ""}, days=days)], by=agent, at=on(24, "9:00")
        )
    assert len(refused.value.facts["missing"]) == 1
    week.sends()
    reply_formally(case.pk, [Points(reply="respuesta-defecto", said=points, days=days)], by=agent, at=on(24, "10:00"))
    week.sends(("customer", "Esta es la respuesta formal a su caso", DEFECT))
    clocks = week.clocks(case, on(24, "10:00"))
    assert (clocks["formal_response"]["state"], clocks["delivery"]["due_at"]) == ("met", "2026-11-27T00:00:00-05:00")

    # The date moves with a reason, never without, and the customer is told both (INT-A2).
    with pytest.raises(ReasonMissing):
        promise(case.pk, "delivery", date(2026, 11, 27), reason=" ", by=agent, at=on(25, "9:00"))
    promise(case.pk, "delivery", date(2026, 11, 27), reason="Falta la prueba con sus datos.", by=agent, at=on(25, "9:00"))
    moved = ("Falta la prueba con sus datos.", "Fecha de entrega: viernes 27 de noviembre", "Antes era: jueves 26 de noviembre")
    week.sends(("customer", "Le prometemos una fecha", *moved))
    week.passes(on(27, "12:00"))
    week.sends(*near("Fecha de entrega"))
    solve(case.pk, "El kardex graba una vez.", evidence={"solucion": "Versión 7.0.3"}, by=agent, at=on(27, "12:10"))
    week.sends(("customer", "El kardex graba una vez.", "a más tardar para el viernes 27 de noviembre: cumplido"))
    approve(case.pk, week.solution(case).pk, by=week.customer(), at=on(27, "16:00"))
    week.sends(("customer", "Se aprobó la solución y el caso quedó cerrado."))
    ended = {name: one["state"] for name, one in week.clocks(case, on(27, "16:00")).items()}
    assert ended == {"diagnosis": "met", "formal_response": "met", "delivery": "met"}


def test_an_improvement_is_quoted_approved_and_delivered(desk):
    week = Week("interwapp", "habil")
    agent, committee = week.acts("consultor"), week.acts("desarrollo")
    case = week.writes("Un reporte de lotes vencidos", "Necesitamos verlos por bodega.", on(23, "9:00"))
    assign(case.pk, week.people["consultor"], by=week.acts("lider"), at=on(23, "9:10"))
    classify(case.pk, {"type": "mejora", "criticality": "bajo"}, by=agent, at=on(23, "9:30"))
    reply_formally(case.pk, [diagnosis(case, "No está en el contrato inicial.", "Mejora, baja")], by=agent, at=on(23, "9:45"))
    diagnosed = ("customer", "Este es el diagnóstico", "No está en el contrato inicial.", "- Tipo: Mejora", "- Nivel de criticidad: Bajo")
    week.sends(("customer", "[#1] Recibimos su caso"), ("consultor", "El caso #1 es suyo"), diagnosed)

    # The development committee decides and replies with its five points; the date they name is promised (INT-109, INT-A9).
    asked = ask(case.pk, "committee", of="Comité de desarrollo", text="Reporte de lotes.", by=agent, at=on(23, "11:00"))
    decide_approval(asked.pk, "approved", by=week.acts("lider"), at=on(24, "9:00"))
    week.sends(("consultor", "Comité de desarrollo aprobó lo pedido en el caso #1"), ("customer", "Decisión: Aprobada"))
    points = {"cotizacion": "$ 2.400.000", "tiempos": "Cinco días", "recursos": "Un usuario de pruebas", "criticidad": "Bajo"}
    reply = Points(reply="respuesta-mejora", said=points, days={"fecha": date(2026, 12, 4)})
    reply_formally(case.pk, [reply], by=committee, at=on(24, "15:00"))
    week.sends(("customer", "Esta es la respuesta formal a su caso", IMPROVEMENT))
    formal = week.clocks(case, on(24, "15:00"))["formal_response"]
    assert (formal["state"], formal["target"], formal["due_at"]) == ("met", "6 days", "2026-11-29T09:45:00-05:00")  # INT-T3

    # Nothing is delivered before the customer approves the quote.
    with pytest.raises(NotApproved):
        solve(case.pk, "Listo", evidence={"solucion": "Reporte"}, by=agent, at=on(24, "16:00"))
    quote = ask(case.pk, "quote", of="Diana Lozano", text="Reporte por bodega.", amount="$ 2.400.000", by=agent, at=on(24, "16:00"))
    week.sends(("customer", "¿La aprueba?", "Valor: $ 2.400.000"))
    decide_approval(quote.pk, "approved", contact=week.contact, by=week.customer(), at=on(25, "9:00"))
    week.sends(("consultor", "Diana Lozano aprobó lo pedido en el caso #1"))
    promise(case.pk, "delivery", date(2026, 12, 9), reason="El usuario de pruebas llegó tarde.", by=committee, at=on(1, "9:00", 12))
    week.sends(("customer", "El usuario de pruebas llegó tarde.", "miércoles 9 de diciembre", "Antes era: viernes 4 de diciembre"))
    week.passes(on(9, "9:00", 12))
    week.sends(*near("Fecha de entrega"))
    solve(case.pk, "El reporte está en Inventario.", evidence={"solucion": "Versión 7.1"}, by=agent, at=on(9, "11:00", 12))
    week.sends(("customer", "El reporte está en Inventario.", "miércoles 9 de diciembre: cumplido"))
    assert week.clocks(case, on(9, "11:00", 12))["delivery"]["state"] == "met"


def near(label: str) -> list[tuple[str, str]]:
    """Who is told that a deadline comes near (INT-034)."""
    return [("consultor", f"Ya pasó el 80 % de «{label}»"), ("lider", f"Ya pasó el 80 % de «{label}»")]
