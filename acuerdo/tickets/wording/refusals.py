"""Sentences for refusals, by their code: what happened, that nothing was lost, what to do."""

from django.utils.translation import gettext as _

from acuerdo.core.errors import Refusal


def of(refusal: Refusal) -> str:
    """What a person reads."""
    missing = ", ".join(str(label) for label in refusal.facts.get("missing", ()) or ())  # type: ignore[attr-defined]
    sentences = {
        **of_many(refusal),
        **of_work(refusal),
        **of_reporting(refusal),
        "tickets.cannot_move": _(
            "El caso está en un estado desde el que no se puede hacer eso. Mire su estado actual y elija otra acción."
        ),
        "tickets.cannot_answer": _("El caso ya terminó. Su texto sigue aquí: puede guardarlo como nota interna."),
        "tickets.nothing_said": _("Falta el texto. Escriba lo que debe leer quien lo recibe."),
        "tickets.fields_missing": _("Antes de dar la solución, llene en «Campos propios»: %(missing)s. Su texto sigue aquí.")
        % {"missing": missing},
        "tickets.no_such_milestone": _("El manual de este caso no tiene ese hito."),
        "tickets.no_such_fact": _("El manual de este caso no conoce ese valor. Elija uno de la lista."),
        "tickets.cannot_have_cases": _("Esa persona no puede tener este caso. Elija a alguien que atienda casos."),
        "tickets.reason_missing": _("Falta el motivo. Escríbalo: queda en el registro del caso."),
        "tickets.cannot_raise": _("La escalera del manual no permite pasar de este nivel a ese. Elija uno de los que muestra la lista."),
        "tickets.evidence_missing": _("El manual pide evidencia para solucionar. Falta: %(missing)s.") % {"missing": missing},
        "tickets.may_not_ask": _(
            "Su plan o su nivel no incluye pedir el escalamiento de este caso. Escríbanos en el caso y le respondemos."
        ),
        "tickets.already_asked": _(
            "Ya pidió escalar este caso y se lo estamos respondiendo. Si quiere agregar algo, escríbalo en el caso."
        ),
        "tickets.no_accord": _("No hay una propuesta de cierre que espere respuesta: ya se contestó o el caso terminó."),
        "tickets.accord_pending": _("Ya hay una propuesta de cierre que espera la respuesta del cliente."),
        "tickets.not_mutual": _("El manual de este caso no cierra de mutuo acuerdo."),
        "tickets.cannot_object": _("Ese cierre o esos tiempos ya tienen una objeción que se está respondiendo."),
        "tickets.objection_answered": _("Esta objeción ya tiene respuesta."),
        "tickets.review_missing": _("El manual pide la revisión posterior con todos sus puntos. Falta: %(missing)s.")
        % {"missing": missing},
        "tickets.already_decided": _("Esta solución ya no espera respuesta: se respondió, se cambió por otra o el caso terminó."),
        "tickets.cannot_close_so": _("El manual de este caso no tiene ese motivo de cierre. Elija uno de la lista."),
    }
    return sentences.get(refusal.code, _("No se pudo hacer. Nada de lo escrito se perdió; inténtelo de nuevo."))


def of_work(refusal: Refusal) -> dict[str, str]:
    """What is said of promises, checks, approvals and corrections, by code."""
    missing = "; ".join(str(label) for label in refusal.facts.get("missing", ()) or ())  # type: ignore[attr-defined]
    return {
        "tickets.reply_incomplete": _("Así no se puede enviar: el manual pide todos sus puntos. Falta: %(missing)s.")
        % {"missing": missing},
        "tickets.no_such_reply": _("Esa respuesta no es para lo que este caso es ahora. Ciérrela y ábrala de nuevo."),
        "tickets.no_such_stage": _("Esa etapa no es de ese estado. Elija una de la lista."),
        "tickets.not_planned": _("Falta el día, o ya pasó. Escriba una fecha y hora por venir."),
        "tickets.nobody_awaited": _("Falta a quién se espera. Escríbalo: queda en el caso y en su cuenta de tiempos."),
        "tickets.nothing_to_promise": _("A este caso, como está clasificado, el manual no le da una fecha que prometer, o ya se cumplió."),
        "tickets.date_passed": _("Esa fecha ya pasó. Prometa una por venir."),
        "tickets.no_such_task": _("Esa tarea ya no está en el caso."),
        "tickets.no_such_incident": _("Esa lista ya se empezó en este caso, o el manual no la tiene."),
        "tickets.not_its_turn": _("Esa verificación no es la que sigue: van en orden. Mire cómo está la lista ahora."),
        "tickets.asked_already": _("Ya se pidió y espera respuesta. Decídala o retírela antes de pedir otra."),
        "tickets.not_pending": _("Esa aprobación ya no espera respuesta: alguien la decidió, o el caso terminó."),
        "tickets.quote_needed": _("El manual exige cotización para esto: no se puede omitir."),
        "tickets.not_approved": _("Falta una aprobación que el manual pide antes de solucionar. Pídala, o escriba su decisión, y vuelva."),
        "tickets.not_yours_to_decide": _("Lo que decide un comité lo registra quien supervisa la mesa. Pídaselo, con el acta."),
        "tickets.not_yours_to_correct": _("Los tiempos los corrige quien supervisa la mesa. Pídaselo."),
        "tickets.no_such_terms": _("Esa versión no sirve para este caso: no tiene ese plan, o tiene otros relojes."),
        "tickets.cannot_correct": _("Con ese cambio la historia del caso no sería posible. Revise la hora o el estado."),
        "tickets.left_to_the_customer": _(
            "Este manual deja el cierre al cliente. Puede cerrarlo quien supervisa la mesa, o anularlo usted."
        ),
    }


def of_many(refusal: Refusal) -> dict[str, str]:
    """What is said of cases that belong together, by code."""
    facts = {"number": refusal.facts.get("into", ""), "why": refusal.facts.get("why", "")}
    views = {
        "name": _("Falta el nombre de la vista."),
        "taken": _("Ya hay una vista con ese nombre. Escriba otro."),
        "many": _("Ya hay muchas vistas guardadas. Quite alguna que no use."),
        "long": _("La vista pide demasiadas cosas a la vez para guardarla. Quite algunos filtros."),
    }
    merging = {
        "same": _("Es el mismo caso. Escriba el número del otro."),
        "merged": _("Uno de los dos ya está unido a otro caso. Deshaga primero esa unión."),
        "ended": _("Este caso ya terminó: lo que terminó conserva su prueba y no se une a otro. Puede vincularlo."),
        "stays_ended": _("El caso que quedaría ya terminó. Únalo a uno abierto, o vincúlelo."),
        "customers": _("Los dos casos son de clientes distintos: uno leería lo que escribió el otro. Puede vincularlos."),
    }
    splitting = {
        "nothing": _("Elija los mensajes que pasan al caso nuevo."),
        "not_here": _("Alguno de esos mensajes ya no está en este caso. Mire la conversación y elija otra vez."),
        "opening": _("El mensaje que abrió el caso se queda en él. Elija otros."),
        "solution": _("Una solución no se separa: sus plazos cuentan en este caso."),
        "no_customer": _("Un caso nuevo necesita al menos un mensaje del cliente: desde él cuentan sus plazos."),
        "before": _("El primero de los elegidos debe ser un mensaje del cliente: desde él cuentan los plazos del caso nuevo."),
    }
    linking = {
        "same": _("Es el mismo caso. Escriba el número del otro."),
        "circle": _("Ese caso ya depende de este: uno no puede ser a la vez padre e hijo del otro."),
    }
    return {
        "tickets.cannot_keep_view": views.get(str(facts["why"]), ""),
        "tickets.cannot_split": splitting.get(str(facts["why"]), ""),
        "tickets.cannot_link": linking.get(str(facts["why"]), ""),
        "tickets.cannot_merge": merging.get(str(facts["why"]), ""),
        "tickets.not_merged": _("Este caso no está unido directamente a otro abierto: no hay nada que deshacer aquí."),
        "tickets.cannot_carry": _(
            "La respuesta guardada pide algo que ya no se puede hacer. Quítelo abajo y envíe otra vez: su texto sigue aquí."
        ),
        "tickets.not_your_time": _("Ese tiempo lo anotó otra persona: solo ella lo corrige."),
        "tickets.cannot_follow": _("Solo se pone en copia a personas de la organización del caso. Nadie más lee lo que se escribe en él."),
        "tickets.meanwhile": _("Mientras usted escribía, el caso cambió. Nada se hizo: lo suyo sigue aquí. Si lo envía otra vez, se hace."),
        "tickets.merged_away": _("Mientras usted escribía, este caso se unió al #%(number)s. Nada se envió: su texto sigue aquí.") % facts,
    }


def of_reporting(refusal: Refusal) -> dict[str, str]:
    """What is said of who reports, with what, and when, by code."""
    fit = {"fitting": refusal.facts.get("labels", ""), "type": refusal.facts.get("type_label", "")}
    return {
        "tickets.no_such_point": _("El manual no pide eso en este caso. Elija un punto de la lista."),
        "tickets.nothing_missing": _("Elija qué falta: el cliente recibe la lista."),
        "tickets.nothing_to_confirm": _("Este caso ya no espera confirmación."),
        "tickets.too_many_tags": _("Son demasiadas etiquetas: un caso lleva veinte como máximo."),
        "tickets.does_not_fit": _("No van juntos: el tipo %(type)s lleva %(fitting)s. Cambie uno de los dos.") % fit,
        "tickets.in_the_future": _("Esa hora todavía no llega. Escriba cuándo llamó o escribió el cliente."),
        "tickets.outside_contingency": _("A esa hora no había contingencia. Revise la hora, o quite la marca de contingencia."),
        "tickets.not_authorised": _(
            "Por este manual reporta quien el cliente autorizó, y esta persona no lo está. Elija a un contacto autorizado, "
            "o pídale que él lo reporte."
        ),
        "tickets.needs_mail": _("Por este manual una llamada no crea el caso. Envíele a quien llama la solicitud del correo que lo crea."),
        "tickets.already_declared": _("Ya hay una contingencia en curso. Termínela antes de declarar otra."),
        "tickets.not_in_order": _("Las horas no van en orden: empieza antes de terminar, y las dos antes de ahora."),
        "tickets.not_going_on": _("Esa contingencia ya había terminado."),
    }
