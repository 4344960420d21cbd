"""The manual as a document of chapters: pure values, the same for the page and for the PDF.

Stands on core and ui. Words are written in the manual's own language, whoever reads.
"""

from functools import lru_cache

from django.utils import translation
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.publishing.document.blocks import Document, Pair
from acuerdo.publishing.document.chapters import chapters
from acuerdo.publishing.document.leaf import Leaf, anchor_of
from acuerdo.ui.moments import long_day

__all__ = ["Document", "anchor_of", "document_of"]


# A published version never changes and is read once a process: so is its document, a year.
@lru_cache(maxsize=32)
def document_of(agreement: Agreement, year: int) -> Document:
    """Write a manual with the calendar of a year."""
    leaf = Leaf(agreement, year)
    with translation.override(leaf.language):
        facts = (
            (_("Versión"), agreement.version),
            (_("Vigente desde"), long_day(agreement.effective_from)),
            (_("Código"), agreement.control.code),
            (_("Aplica a"), ", ".join(product.label for product in agreement.products.values())),
        )
        words = {"provider": agreement.provider, "version": agreement.version, "day": long_day(agreement.effective_from)}
        return Document(
            title=agreement.title,
            lead=lead(agreement),
            provider=agreement.provider,
            desk_name=agreement.desk_name,
            language=agreement.language,
            facts=tuple(Pair(term, value) for term, value in facts if value),
            chapters=tuple(chapters(leaf)),
            footer=_("Versión %(version)s · Vigente desde el %(day)s") % words,
        )


def lead(agreement: Agreement) -> str:
    """What the document is about, in a sentence."""
    if agreement.plans:
        return _("Qué incluye cada plan de soporte, en cuánto tiempo le respondemos y le damos solución, y cómo se cuenta ese tiempo.")
    return _("Cómo atendemos sus casos, en cuánto tiempo le respondemos y le damos solución, y cómo se cuenta ese tiempo.")
