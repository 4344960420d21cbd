"""Sentences for refusals of this room, by why: what happened, and what to do. Who typed a command reads them."""

from django.utils.translation import gettext as _

from acuerdo.core.errors import Refusal


def of(refusal: Refusal) -> str:
    """What a person reads."""
    sentences = {
        "manual": _("No hay un manual «%(said)s». Los que hay: %(known)s."),
        "name": _("«%(said)s» no sirve de identificador: letras de la a a la z, cifras y _, y empieza por una letra. Dé otro con --id."),
        "taken": _("Ya hay una mesa «%(said)s». Dé otro nombre, o un identificador con --id."),
        "host": _("«%(said)s» no es el nombre de un sitio, o ya es el de otra mesa. Dé otro con --domain."),
        "colour": _("«%(said)s» no es un color: un # y seis cifras hexadecimales, como #2552b8."),
    }
    return sentences[str(refusal.facts["why"])] % refusal.facts
