"""What the log's kinds of events, subjects and facts are called. A kind that is not here goes by its own name."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

KINDS: Words = {
    "ticket.opened": _("Caso abierto"),
    "ticket.customer_wrote": _("Mensaje del cliente"),
    "ticket.automatic_reply": _("Respuesta automática del cliente"),
    "ticket.responded": _("Respuesta al cliente"),
    "ticket.noted": _("Nota interna"),
    "ticket.classified": _("Caso clasificado"),
    "ticket.status": _("Cambio de estado"),
    "ticket.stage_entered": _("Cambio de etapa"),
    "ticket.assigned": _("Caso asignado"),
    "ticket.team_set": _("Equipo asignado"),
    "ticket.level_raised": _("Caso escalado"),
    "ticket.ready": _("Trabajo autorizado a empezar"),
    "ticket.reached": _("Hito cumplido"),
    "ticket.resolved": _("Solución entregada"),
    "ticket.reopened": _("Caso reabierto"),
    "ticket.closed": _("Caso cerrado"),
    "ticket.cancelled": _("Caso anulado"),
    "ticket.reminded": _("Recordatorio enviado"),
    "ticket.clock_warned": _("Aviso de un plazo"),
    "ticket.promised": _("Fecha prometida"),
    "ticket.terms": _("Cambio de versión o plan"),
    "ticket.corrected": _("Corrección de un plazo"),
    "ticket.rated": _("Atención calificada"),
    "ticket.returned": _("Caso devuelto al cliente"),
    "ticket.information": _("Información mínima"),
    "ticket.fields": _("Campos propios del caso"),
    "ticket.tagged": _("Etiquetas del caso"),
    "ticket.confirmed": _("Reporte confirmado"),
    "ticket.reported_unauthorised": _("Reporte de quien no puede reportar"),
    "ticket.approval_asked": _("Aprobación pedida"),
    "ticket.approval_decided": _("Aprobación decidida"),
    "ticket.task_added": _("Tarea agregada"),
    "ticket.task_done": _("Tarea hecha"),
    "ticket.checklist_begun": _("Lista de revisión empezada"),
    "ticket.check_done": _("Punto de la lista revisado"),
    "ticket.checks_asked": _("Revisiones pedidas al cliente"),
    "ticket.escalation_asked": _("El cliente pide escalar"),
    "ticket.accord_proposed": _("Cierre de mutuo acuerdo propuesto"),
    "ticket.accord_answered": _("Cierre de mutuo acuerdo respondido"),
    "ticket.objected": _("Objeción del cliente"),
    "ticket.objection_answered": _("Objeción respondida"),
    "ticket.article_proposed": _("Artículo propuesto"),
    "ticket.reviewed": _("Revisión posterior al incidente"),
    "ticket.woken": _("Llegó el día planeado"),
    "ticket.merged": _("Caso unido a otro"),
    "ticket.absorbed": _("Otro caso se unió a este"),
    "ticket.unmerged": _("Unión deshecha"),
    "ticket.released": _("Caso separado de nuevo"),
    "ticket.split": _("Mensajes pasados a otro caso"),
    "ticket.split_off": _("Caso hecho de mensajes de otro"),
    "ticket.linked": _("Caso enlazado"),
    "ticket.unlinked": _("Enlace quitado"),
    "ticket.parent": _("Caso principal"),
    "ticket.file_viewed": _("Archivo visto o descargado"),
    "mail.sent": _("Correo enviado"),
    "mail.refused": _("Correo rechazado"),
    "mail.bounced": _("Correo devuelto"),
    "mail.received": _("Correo recibido"),
    "person.invited": _("Persona invitada"),
    "person.accepted": _("Invitación aceptada"),
    "person.changed": _("Persona modificada"),
    "person.reset_asked": _("Contraseña nueva pedida"),
    "person.signed_in": _("Entrada"),
    "person.signed_out": _("Salida"),
    "person.sign_in_failed": _("Intento de entrada fallido"),
    "contact.kept": _("Contacto guardado"),
    "contact.access_given": _("Acceso dado a un contacto"),
    "contact.access_taken": _("Acceso quitado a un contacto"),
    "contact.mail_asked": _("Correo pedido a quien llamó"),
    "organisation.kept": _("Organización guardada"),
    "contract.kept": _("Contrato guardado"),
    "product.kept": _("Producto guardado"),
    "contingency.declared": _("Contingencia declarada"),
    "contingency.ended": _("Contingencia terminada"),
    "manual.published": _("Manual publicado"),
    "manual.acknowledged": _("Manual aceptado por un cliente"),
    "manual.draft_started": _("Borrador del manual empezado"),
    "manual.draft_saved": _("Borrador del manual guardado"),
    "manual.draft_published": _("Borrador del manual publicado"),
    "manual.draft_discarded": _("Borrador del manual descartado"),
    "audit.exported": _("Registro exportado"),
    "audit.proof_taken": _("Prueba de un caso entregada"),
    "audit.seal_places_changed": _("Destinos del sello cambiados"),
    "audit.job_mended": _("Trabajo fallido atendido"),
    "audit.mail_mended": _("Correo detenido atendido"),
}

SUBJECTS: Words = {
    "ticket": _("Caso"),
    "person": _("Persona"),
    "contact": _("Contacto"),
    "organisation": _("Organización"),
    "contract": _("Contrato"),
    "product": _("Producto"),
    "manual": _("Manual"),
    "mail": _("Correo"),
    "received_mail": _("Correo recibido"),
    "audit": _("Registro"),
}

FACTS: Words = {
    "number": _("número"),
    "channel": _("canal"),
    "facts": _("clasificación"),
    "status": _("estado"),
    "stage": _("etapa"),
    "reason": _("motivo"),
    "to": _("para"),
    "from": _("de"),
    "before": _("antes"),
    "after": _("después"),
    "level": _("nivel"),
    "cause": _("causa"),
    "role": _("rol"),
    "message": _("mensaje"),
    "message_id": _("identificador del correo"),
    "follows": _("sigue a"),
    "automatic": _("automático"),
    "clock": _("reloj"),
    "cycle": _("ciclo"),
    "share": _("parte del plazo"),
    "due_at": _("vencía"),
    "closed_as": _("motivo del cierre"),
    "milestone": _("hito"),
    "rejected": _("rechazada"),
    "file": _("archivo"),
    "name": _("nombre"),
    "format": _("formato"),
    "search": _("búsqueda"),
    "case": _("caso"),
    "by_customer": _("copia para el cliente"),
    "version": _("versión"),
    "digest": _("huella"),
    "pinned": _("manual y contrato fijados"),
    "value": _("valor"),
    "tags": _("etiquetas"),
    "fields": _("campos"),
    "team": _("equipo"),
    "problem": _("problema"),
    "about": _("sobre"),
    "address": _("dirección"),
    "addresses": _("direcciones"),
    "ip": _("IP"),
    "email": _("correo"),
    "done": _("qué se hizo"),
    "task": _("tarea"),
    "job": _("trabajo"),
    "date": _("fecha"),
    "doubt": _("duda sobre el contrato"),
    "manual": _("manual"),
    "plan": _("plan"),
    "outcome": _("resultado"),
}


def kind_in_words(kind: str) -> str:
    """What happened."""
    return str(KINDS.get(kind, kind))


def fact_in_words(name: str) -> str:
    """What a fact is called."""
    return str(FACTS.get(name, name.replace("_", " ")))


#: What the checks say, as they write it down; what they name comes through as it is.
PROBLEMS: tuple[tuple[str, str | Promise], ...] = (
    (r"an event before it is missing", _("falta un hecho antes de este")),
    (r"it does not follow the event before it", _("no sigue al hecho anterior")),
    (r"its columns were changed", _("el hecho fue cambiado")),
    (r"its detail was changed", _("su dato personal fue cambiado")),
    (r"a seal before it is missing", _("falta un sello antes de este")),
    (r"it does not follow the seal before it", _("no sigue al sello anterior")),
    (r"it was changed", _("fue cambiado")),
    (
        r"it was removed, though sealed on (?P<day>\S+) \(seal (?P<seal>\d+)\)",
        _("fue quitado, aunque se selló el %(day)s (sello %(seal)s)"),
    ),
    (
        r"it is another than the one sealed on (?P<day>\S+) \(seal (?P<seal>\d+)\)",
        _("no es el que se selló el %(day)s (sello %(seal)s)"),
    ),
    (r"not stored", _("no está guardado")),
    (r"stored, and the log has none", _("está guardado y el registro no lo da")),
    (r"(?P<what>(?:\w+ )?)stored (?P<stored>.+), is (?P<is>.+)", _("%(what)sguardado: %(stored)s; el registro da: %(is)s")),
    (r"not processed since (?P<since>[\d: -]+): ?(?P<why>.*)", _("sin procesar desde %(since)s (UTC). %(why)s")),
    (r"not sent since (?P<since>.+)", _("sin enviar desde %(since)s (UTC)")),
    (r"refused: (?P<why>.*)", _("rechazado: %(why)s")),
    (r"the product owns its tables.*", _("el producto es el dueño de sus tablas y podría reescribir su registro: dele un rol propio")),
    (r"(?P<has>.+); should be (?P<should>.+)", _("puede: %(has)s; debe poder: %(should)s")),
)


def problem_in_words(problem: str) -> str:
    """What a check found, in the reader's language."""
    for pattern, words in PROBLEMS:
        match = re.fullmatch(pattern, problem, re.DOTALL)
        if match:
            return str(words) % match.groupdict()
    return problem
