"""Soporte: a severity 1 told of all the time, solved with its evidence, closed, and reviewed (issue 4, SOP)."""

from datetime import date

import pytest

from acuerdo.config.tests.journeys.week import Week, on
from acuerdo.core.tickets import Status
from acuerdo.files.actions.store import store
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.close import close
from acuerdo.tickets.actions.learn import Findings, write_review
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import EvidenceMissing, solve
from acuerdo.tickets.models import Task

#: The manual has no figures: a contract brings them (SOP-A1).
AGREED = {
    "targets": [
        {
            "rows": "severity",
            "columns": ["first_response", "resolution"],
            "s1": ["30 minutes", "4 hours"],
            "s3": ["4 hours", "24 hours"],
            "printed": {"s1": ["30 minutos", "4 horas"], "s3": ["4 horas", "24 horas"]},
            "source": "Contrato 12, anexo 2",
        }
    ]
}


def test_a_severity_one_from_sunday_night_to_its_review(desk):
    week = Week("soporte", "24x7", overrides=AGREED)
    agent = week.acts("responsable")

    case = week.writes("No abre el portal", "Ningún agente puede entrar.", on(22, "21:00"))
    week.sends(("customer", "[#1] Recibimos su caso", "3 - Impacto Medio", "Le respondemos a más tardar el lunes 23 de noviembre, 1:00"))
    assign(case.pk, week.people["responsable"], by=week.acts("lider"), at=on(22, "21:05"))
    week.sends(("responsable", "El caso #1 es suyo"))

    # The first review makes it severity 1: times from its opening, and the leader knows at once (SOP-011, SOP-030, SOP-A8).
    classify(case.pk, {"severity": "s1"}, by=agent, at=on(22, "21:06"))
    new = ("Le responderemos a más tardar el domingo 22 de noviembre, 21:30", "Solución, a más tardar el lunes 23 de noviembre, 1:00")
    told = week.sends(("customer", *new), ("lider", "El incidente afecta servicios críticos: caso #1", "1 - Crítica"))
    assert told[-1].not_before is None

    # Every answer is progress, for customer and leader (SOP-007, SOP-017).
    for minute, text in (("21:20", "El balanceador no responde."), ("22:00", "Abre para la mitad de los agentes.")):
        answer(case.pk, text, by=agent, at=on(22, minute))
        week.sends(("customer", "Esto es lo que avanzamos", text), ("lider", f"Avance del caso #1: {text}"))
    first = week.clocks(case, on(22, "22:00"))["first_response"]
    assert (first["state"], first["elapsed"], first["printed"]) == ("met", "20 minutes", "30 minutos")

    # A supplier must help: raised with its reason, told to both; waiting for a supplier stops no clock (SOP-022, SOP-023, SOP-032, SOP-A7).
    raise_level(case.pk, "superior", reason="Debe intervenir el proveedor de nube.", by=agent, at=on(22, "22:30"))
    reason = "subió el caso #1 a «Nivel superior»: Debe intervenir el proveedor de nube."
    week.sends(("customer", "Su caso ha sido escalado"), ("lider", reason))
    change_status(case.pk, Status.WAITING_PROVIDER, reason="Revisan el balanceador.", by=agent, at=on(22, "22:31"))
    week.passes(on(22, "23:30"))
    week.sends(("responsable", "Ya pasó el 50 % de «Resolución»", "vence el lunes 23 de noviembre, 1:00"))
    resolution = week.clocks(case, on(22, "23:30"))["resolution"]
    assert (resolution["state"], resolution["elapsed"]) == ("running", "2.5 hours")
    change_status(case.pk, Status.IN_PROGRESS, by=agent, at=on(22, "23:40"))

    # No solution without the actions with their dates, and logs or pictures (SOP-024, SOP-025).
    with pytest.raises(EvidenceMissing) as refused:
        solve(case.pk, "Portal arriba.", by=agent, at=on(23, "0:10"))
    assert refused.value.facts["missing"] == ["Acciones realizadas, con la fecha de cada una", "Evidencias: logs o capturas de pantalla"]
    log = store(name="balanceador.log", content_type="text/plain", content=b"21:20 restart")
    dated = {"acciones": "22/11 21:20 reinicio; 23/11 0:10 nodo nuevo"}
    solve(case.pk, "Portal arriba en los dos nodos.", evidence=dated, files=[log], by=agent, at=on(23, "0:15"))
    delivered = week.sends(
        ("customer", "Le entregamos la solución", "Portal arriba en los dos nodos.", "lunes 23 de noviembre, 1:00: cumplido")
    )
    assert [one["name"] for one in delivered[0].attachments] == ["balanceador.log"]
    assert week.clocks(case, on(23, "0:15"))["resolution"]["elapsed"] == "3.25 hours"

    # Silence closes nothing here; who is responsible closes without a confirmation, and says so (SOP-026, SOP-A3).
    week.passes(on(27, "9:00"))
    assert week.state(case) == ("resolved", "")
    week.sends()
    close(case.pk, "sin-confirmacion", reason="Se llamó dos veces; funciona desde el lunes.", by=agent, at=on(27, "9:00"))
    week.sends(("customer", "Su caso quedó cerrado", "Cerrado sin confirmación", "Se llamó dos veces"))

    # What affected critical services owes a review; written, nobody owes it any more (SOP-033).
    owed = Task.objects.get(ticket=case)
    assert (owed.text, owed.assignee, owed.is_done) == ("Escribir la revisión posterior al incidente", week.people["responsable"], False)
    findings = {"happened": "Cayó el balanceador.", "cause": "Un certificado vencido.", "actions": "Avisar 30 días antes."}
    write_review(
        case.pk, Findings(**findings, owner=week.people["lider"], due_on=date(2026, 12, 15)), by=week.acts("lider"), at=on(27, "15:00")
    )
    owed.refresh_from_db()
    assert owed.is_done
    week.sends()


def test_without_figures_in_the_contract_nothing_is_met_or_late(desk):
    week = Week("soporte", "12x5")
    case = week.writes("No abre el portal", "Ningún agente puede entrar.", on(23, "9:00"))

    week.passes(on(30, "9:00"))

    assert week.clocks(case, on(30, "9:00")) == {}  # SOP-A1
    week.sends(("customer", "[#1] Recibimos su caso", "no fija un plazo para este caso"))
