"""Requirements 6.5, row by row: for each manual what happens, who is written to, and what they read (issue 4, point 6)."""

from datetime import timedelta

import pytest

from acuerdo.core.agreements.notices import TEMPLATES
from acuerdo.core.tickets import Status
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.approve import ask, decide_approval
from acuerdo.tickets.actions.ask_escalation import ask_escalation
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.close import close
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.reply import Points, guided, reply_formally
from acuerdo.tickets.actions.return_to_customer import return_to_customer, returnable
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.events import StageEntered
from acuerdo.tickets.mails.words import WORDS
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all

HOUR = timedelta(hours=1)


def opened(story, case, now):
    """The case itself."""


def assigned(story, case, now):
    assign(case.pk, story.agent, by=Actor("system"), at=now + HOUR)


def solved(story, case, now):
    story.solved(case, now + HOUR)


def closed(story, case, now):
    solved(story, case, now)
    solution = Message.objects.filter(ticket=case, kind="solution").get()
    approve(case.pk, solution.pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)


def closed_by_hand(story, case, now):
    assigned(story, case, now)
    reasons = story.agreement.closure.reasons
    reason = "fuera-de-alcance" if "fuera-de-alcance" in reasons else next(iter(reasons))
    close(case.pk, reason, reason="Está fuera del contrato.", by=story.by, at=now + 2 * HOUR)


def asked_to_escalate(story, case, now):
    by, match = Actor("contact", story.contact.pk, "Diana"), match_sender(story.contact.email, now.date())
    ask_escalation(case.pk, "Urge", contact=story.contact, match=match, by=by, at=now + HOUR)


def returned(story, case, now):
    points = returnable(Ticket.objects.get(pk=case.pk), story.agreement)
    point = next((name for name, label in points.items() if "réplica" in label.lower()), next(iter(points)))
    return_to_customer(case.pk, [point], text="Falta esto:", by=story.by, at=now + HOUR)


def waiting(story, case, now):
    change_status(case.pk, Status.WAITING_CUSTOMER, reason="Envíenos el registro de llamadas.", by=story.by, at=now + HOUR)


def silence(story, case, now):
    solved(story, case, now)
    sound_alarms(at=now + timedelta(days=30), most=10)


def reminded(story, case, now):
    assigned(story, case, now)
    solved(story, case, now)
    react_all()
    sound_alarms(at=now + timedelta(hours=26), most=10)


def late(story, case, now):
    assigned(story, case, now)
    sound_alarms(at=now + timedelta(days=40), most=10)


def progressed(story, case, now):
    answer(case.pk, "Cambiamos el disco; falta probar.", by=story.by, at=now + HOUR)


def reply_with(story, case, milestone, at):
    reply = next(each for each in guided(story.agreement, Ticket.objects.get(pk=case.pk)) if each.milestone == milestone)
    said = {point: f"Sobre {label}" for point, label in reply.points.items() if point not in reply.promises}
    days = dict.fromkeys(reply.promises, (at + timedelta(days=9)).date())
    reply_formally(case.pk, [Points(reply=reply.id, said=said, days=days)], by=story.by, at=at)


def diagnosed(story, case, now):
    reply_with(story, case, "diagnosed", now + HOUR)


def replied_formally(story, case, now):
    diagnosed(story, case, now)
    reply_with(story, case, "formal_reply", now + 2 * HOUR)


def proposed(story, case, now):
    assigned(story, case, now)
    ask(case.pk, "quote", of="Cliente", text="Módulo nuevo de copagos.", amount="$ 1.200.000", by=story.by, at=now + 2 * HOUR)


def decided(story, case, now):
    assigned(story, case, now)
    asked = ask(case.pk, "committee", of="Comité", text="Módulo nuevo.", by=story.by, at=now + 2 * HOUR)
    watcher = next(person for person in story.people.values() if person.role == "supervisor")
    decide_approval(asked.pk, "rejected", reason="No cumple el criterio de viabilidad.", by=as_actor(watcher), at=now + 3 * HOUR)


def in_development(story, case, now):
    conclude(hold(case.pk), StageEntered(subject_id=case.pk, stage="desarrollo"), by=story.by, at=now + HOUR)


def raised(story, case, now):
    assigned(story, case, now)
    raise_level(case.pk, "superior", reason="Hace falta el proveedor de telefonía.", by=story.by, at=now + 2 * HOUR)


def reclassified(story, case, now):
    classify(case.pk, {"priority": "alta"}, by=story.by, at=now + HOUR)


#: Document, what happens, the facts of the case, to whom (a role of the manual, or the customer), what they read, the source.
ROWS = [
    ("proware", opened, {}, "customer", ("[#1] Recibimos su caso", "Le responderemos"), "PRO-033"),
    ("proware", assigned, {}, "customer", ("Siga sus casos en", "/invitacion/"), "PRO-035"),
    ("proware", closed, {}, "customer", ("Su caso quedó cerrado", "¿Cómo le pareció nuestro servicio?", "Malo"), "PRO-055"),
    ("proware", asked_to_escalate, {}, "jefe-postventa", ("Clínica Santa Aurelia", "Plan Empresarial", "pide escalar"), "PRO-057"),
    ("proware", late, {}, "jefe-postventa", ("Se venció «Tiempo de respuesta»",), "PRO-069"),
    ("digitalware", opened, {}, "customer", ("[#1] Recibimos su caso", "Si no nos dice nada en 5 días hábiles"), "DIG-089"),
    ("digitalware", returned, {"type": "incidente"}, "customer", ("Le devolvimos su caso", "réplica"), "DIG-019"),
    ("digitalware", in_development, {}, "customer", ("intervención de desarrollo de software",), "DIG-048"),
    ("digitalware", solved, {}, "customer", ("Reiniciamos el servicio.", "5 días hábiles para probar", "se cierra solo el"), "DIG-056"),
    ("digitalware", silence, {}, "customer", ("Cerrado por vencimiento",), "DIG-057"),
    (
        "digitalware",
        late,
        {"impact": "alta", "urgency": "alta"},
        "coordinador-met",
        ("Se venció un plazo", "Se venció «Tiempo de atención»"),
        "DIG-054",
    ),
    ("digitalware", late, {"impact": "alta", "urgency": "alta"}, "director-experiencia", ("Se venció",), "DIG-055"),
    ("digitalware", decided, {"type": "requerimiento"}, "customer", ("No aprobada", "criterio de viabilidad"), "DIG-061"),
    ("digitalware", proposed, {"type": "requerimiento"}, "customer", ("Módulo nuevo de copagos.", "$ 1.200.000"), "DIG-062"),
    ("digitalware", proposed, {"type": "requerimiento"}, "cliente.n3", ("Módulo nuevo de copagos.", "$ 1.200.000"), "DIG-062"),
    ("soporte", returned, {"type": "incidente"}, "customer", ("Necesitamos su respuesta para continuar", "Falta esto:"), "SOP-021"),
    ("soporte", waiting, {}, "customer", ("Necesitamos su respuesta", "Envíenos el registro de llamadas."), "SOP-023"),
    ("soporte", progressed, {"severity": "s1"}, "customer", ("Avances de su caso", "Cambiamos el disco"), "SOP-017"),
    ("soporte", progressed, {"severity": "s1"}, "lider", ("Avance del caso #1", "Cambiamos el disco"), "SOP-017"),
    ("soporte", raised, {}, "customer", ("Su caso ha sido escalado",), "SOP-023"),
    ("soporte", raised, {}, "lider", ("Nivel superior", "Hace falta el proveedor de telefonía."), "SOP-032"),
    ("soporte", solved, {}, "customer", ("Le entregamos la solución", "Reiniciamos el servicio."), "SOP-026"),
    ("soporte", closed, {}, "customer", ("Su caso quedó cerrado",), "SOP-026"),
    ("interwapp", opened, {}, "customer", ("[#1] Recibimos su caso",), "INT-111"),
    ("interwapp", diagnosed, {"criticality": "alto"}, "customer", ("Este es el diagnóstico", "Tipo", "Alto", "Sobre"), "INT-112"),
    ("interwapp", replied_formally, {"type": "defecto"}, "customer", ("Esta es la respuesta formal", "Sobre"), "INT-108"),
    ("interwapp", replied_formally, {"type": "mejora"}, "customer", ("Esta es la respuesta formal", "Sobre"), "INT-109"),
    ("interwapp", assigned, {}, "consultor", ("El caso #1 es suyo",), "INT-032"),
    ("interwapp", late, {}, "lider", ("Se venció «Tiempo de respuesta inicial»",), "INT-034"),
    ("interwapp", closed_by_hand, {}, "customer", ("Está fuera del contrato.",), "INT-112"),
    ("sgm", opened, {"priority": "alta"}, "customer", ("[#1] Recibimos su caso", "Le responderemos a más tardar"), "SGM-022"),
    ("sgm", reclassified, {"priority": "baja"}, "customer", ("los plazos quedan así", "Alta"), "SGM-022"),
    ("sgm", proposed, {"type": "solicitud"}, "customer", ("¿La aprueba?", "Módulo nuevo de copagos."), "SGM-026"),
    ("sgm", solved, {}, "customer", ("Le entregamos la solución. ¿Le sirve?", "Sí, me sirve"), "SGM-031"),
    ("sgm", reminded, {}, "customer", ("Su caso espera su respuesta",), "SGM-034"),
    ("sgm", reminded, {}, "agente", ("no ha respondido a la solución",), "SGM-034"),
    ("sgm", silence, {}, "customer", ("Aprobada por silencio",), "SGM-035"),
]


@pytest.mark.parametrize(
    ("manual", "happens", "facts", "to", "reads", "source"), ROWS, ids=[f"{r[5]}-{r[1].__name__}-{r[3]}" for r in ROWS]
)
def test_each_line_of_the_table_is_written_once_and_says_what_it_must(desk, now, manual, happens, facts, to, reads, source):
    story = Story(manual)
    supervisor = story.new_contact("jorge", "n3")
    case = story.case(now, **facts)

    happens(story, case, now)
    react_all()
    react_all()

    address = {"customer": story.contact.email, "cliente.n3": supervisor.email}.get(to) or story.people[to].email
    found = [mail for mail in story.mails(address) if all(words in f"{mail.subject}\n{mail.text}" for words in reads)]
    assert len(found) == 1, [f"{mail.subject}\n{mail.text}" for mail in story.mails(address)]
    assert found[0].html, "in the product's look too"
    assert Outgoing.objects.values("key").distinct().count() == Outgoing.objects.count()


def test_every_template_that_a_manual_may_name_has_words(desk):
    assert set(TEMPLATES) <= set(WORDS)


@pytest.mark.parametrize("manual", ["proware", "digitalware", "soporte", "interwapp", "sgm"])
def test_every_line_of_a_manual_names_words_that_there_are(desk, now, manual):
    assert all(row.template in WORDS for row in Story(manual).agreement.notifications.values())


def test_a_wait_that_an_answer_already_told_is_not_told_again(desk, now):
    story = Story("soporte")
    case = story.case(now)
    answer(case.pk, "¿Desde qué hora?", then=Status.WAITING_CUSTOMER, by=story.by, at=now + HOUR)
    react_all()

    assert [mail.key.partition("-")[0] for mail in story.mails()] == ["ack", "answer"]
    assert Ticket.objects.get(pk=case.pk).status == "waiting_customer"
