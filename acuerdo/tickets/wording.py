"""Sentences for refusals, by their code: what happened, that nothing was lost, what to do."""

from django.utils.translation import gettext as _

from acuerdo.core.errors import Refusal


def of(refusal: Refusal) -> str:
    """What a person reads."""
    missing = ", ".join(str(label) for label in refusal.facts.get("missing", ()) or ())  # type: ignore[attr-defined]
    sentences = {
        **of_many(refusal),
        "tickets.cannot_move": _(
            "El caso está en un estado desde el que no se puede hacer eso. Mire su estado actual y elija otra acción."
        ),
        "tickets.cannot_answer": _("El caso ya terminó. Su texto sigue aquí: puede guardarlo como nota interna."),
        "tickets.nothing_said": _("Falta el texto. Escriba lo que debe leer quien lo recibe."),
        "tickets.no_such_milestone": _("El manual de este caso no tiene ese hito."),
        "tickets.no_such_fact": _("El manual de este caso no conoce ese valor. Elija uno de la lista."),
        "tickets.cannot_have_cases": _("Esa persona no puede tener este caso. Elija a alguien que atienda casos."),
        "tickets.reason_missing": _("Falta el motivo. Escríbalo: queda en el registro del caso."),
        "tickets.cannot_raise": _("La escalera del manual no permite pasar de este nivel a ese. Elija uno de los que muestra la lista."),
        "tickets.evidence_missing": _("El manual pide evidencia para solucionar. Falta: %(missing)s.") % {"missing": missing},
        "tickets.already_decided": _("Esta solución ya no espera respuesta: se respondió, se cambió por otra o el caso terminó."),
        "tickets.cannot_close_so": _("El manual de este caso no tiene ese motivo de cierre. Elija uno de la lista."),
    }
    return sentences.get(refusal.code, _("No se pudo hacer. Nada de lo escrito se perdió; inténtelo de nuevo."))


def of_many(refusal: Refusal) -> dict[str, str]:
    """What is said of cases that belong together, by code."""
    facts = {"number": refusal.facts.get("into", ""), "why": refusal.facts.get("why", "")}
    merging = {
        "same": _("Es el mismo caso. Escriba el número del otro."),
        "merged": _("Uno de los dos ya está unido a otro caso. Deshaga primero esa unión."),
        "ended": _("Este caso ya terminó: lo que terminó conserva su prueba y no se une a otro. Puede vincularlo."),
        "stays_ended": _("El caso que quedaría ya terminó. Únalo a uno abierto, o vincúlelo."),
        "customers": _("Los dos casos son de clientes distintos: uno leería lo que escribió el otro. Puede vincularlos."),
    }
    return {
        "tickets.cannot_merge": merging.get(str(facts["why"]), ""),
        "tickets.not_merged": _("Este caso no está unido directamente a otro abierto: no hay nada que deshacer aquí."),
        "tickets.merged_away": _("Mientras usted escribía, este caso se unió al #%(number)s. Nada se envió: su texto sigue aquí.") % facts,
    }
