"""Sentences for refusals, by their code: what happened, that nothing was lost, what to do."""

from django.utils.translation import gettext as _

from acuerdo.core.errors import Refusal


def of(refusal: Refusal) -> str:
    """What a person reads."""
    missing = ", ".join(str(label) for label in refusal.facts.get("missing", ()) or ())  # type: ignore[attr-defined]
    sentences = {
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
