"""Addresses of the manual's lines; sentences for what keeps a draft from being saved, compared or published."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.errors import Refusal
from acuerdo.publishing.document import anchor_of
from acuerdo.ui.moments import long_day


def clause_url(clause: str, version: str) -> str:
    """Where a clause of a version stands: /acuerdo/versiones/2026.1/#pro-t2.10; "" for no clause."""
    anchor = anchor_of(clause)
    return f"{reverse('publishing:version', args=[version])}#{anchor}" if anchor else ""


def of(refusal: Refusal) -> str:
    """What a person reads."""
    sentences = {
        "agreements.name_taken": _("La versión «%(value)s» ya está publicada y no cambia; ponga otra, por ejemplo «%(free)s»."),
        "agreements.bad_name": _("«%(value)s» no sirve como nombre de versión: letras, números, punto y guion, hasta 20, como 2026.2."),
        "agreements.bad_id": _("«%(value)s» no sirve como identificador: minúsculas, números y guion, hasta 40."),
        "agreements.bad_title": _("El título debe tener entre 1 y %(most)s letras."),
        "agreements.in_the_past": _("El %(day)s ya pasó. Una versión rige desde hoy, %(today)s, o desde más adelante."),
        "agreements.before_another": _(
            "La versión %(other)s, ya publicada, rige desde el %(other_day)s. Escriba ese día o uno posterior, no el %(day)s."
        ),
        "agreements.too_far": _("El %(day)s queda a más de %(years)s años. Revise el año."),
        "publishing.stale": _("Alguien guardó el borrador después de que usted abrió esta página. Vuelva a mirarlo y decida."),
        "publishing.no_draft": _("Este borrador ya se publicó o se apartó. No hay nada que guardar en él."),
        "publishing.too_long": _("El texto es demasiado largo para un manual: tiene más de %(most)s letras."),
        "publishing.not_to_accept": _("Esta versión ya no está para aceptar."),
    }
    facts = {name: long_day(value) if isinstance(value, date) else value for name, value in refusal.facts.items()}
    return sentences.get(refusal.code, _("No se pudo hacer. Inténtelo de nuevo en un momento.")) % facts


def why_not_compared(problem: str, facts: dict[str, str], draft: Agreement) -> str:
    """Why cases were left out of a replay: what the draft does not know of them."""
    sentences = {
        "unknown_fact": _("El borrador no conoce «%(value)s» en «%(fact)s»."),
        "unknown_milestone": _("El borrador no conoce el hito «%(value)s»."),
        "contract": _("Lo acordado aparte en su contrato no cabe en el borrador: %(reason)s."),
        "impossible": _("Sus plazos no se pueden calcular con el borrador: %(reason)s"),
    }
    fact = facts.get("fact", "")
    names = {"plan": _("plan"), "type": _("tipo de caso"), "item": _("lo pedido"), "product": _("producto"), "channel": _("canal")}
    label = draft.fields[fact].label if fact in draft.fields else names.get(fact, fact)
    return sentences[problem] % {"value": facts.get("value", ""), "reason": facts.get("reason", ""), "fact": label}
