"""Sentences of the closing: how a case ended, for its customer; and refusals, by their code."""

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.errors import Refusal


def of(refusal: Refusal) -> str:
    """What a person reads."""
    sentences = {
        "satisfaction.nothing_to_rate": _("Esta calificación ya no se puede recibir: el caso cambió después de este correo."),
        "satisfaction.already_commented": _("Su calificación ya quedó guardada con el comentario que escribió."),
    }
    return sentences.get(refusal.code, _("No se pudo guardar. Inténtelo de nuevo en un momento."))


def how_it_closed(closed_as: str, agreement: Agreement, reason: str = "") -> str:
    """Who ended it and why, in a sentence: approved, by silence, or by hand with the manual's reason and the person's."""
    if closed_as == "approved":
        return _("Se aprobó la solución y el caso quedó cerrado.")
    if closed_as == "silence":
        if agreement.closure.silence_counts_as:
            words = _("No recibimos su respuesta en el plazo acordado y el caso se cerró. El acuerdo lo llama «%(name)s».")
            return words % {"name": agreement.closure.silence_counts_as}
        return _("No recibimos su respuesta en el plazo acordado y el caso se cerró por vencimiento.")
    label = agreement.closure.reasons.get(closed_as, closed_as)
    if reason:
        return _("Cerramos el caso. Motivo: %(label)s. %(reason)s") % {"label": label, "reason": reason}
    return _("Cerramos el caso. Motivo: %(label)s.") % {"label": label}
