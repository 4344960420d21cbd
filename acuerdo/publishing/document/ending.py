"""The last pages: the glossary, and document control."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from acuerdo.publishing.document.blocks import Block, Control, Pair, Pairs
from acuerdo.publishing.document.leaf import Leaf, noted
from acuerdo.ui.moments import long_day


def glossary(leaf: Leaf) -> Iterator[Block]:
    """The manual's own words."""
    terms = leaf.agreement.glossary.values()
    if terms:
        items = tuple(Pair(term.term, term.meaning, clause=term.source, anchor=leaf.anchor(term.source)) for term in terms)
        yield Pairs(items, look="glossary", notes=noted((term.term, term.note) for term in terms))


def control(leaf: Leaf) -> Iterator[Block]:
    """The document's register: code, version, dates, and who prepared and reviewed it."""
    said = leaf.agreement.control
    facts = (
        (_("Documento"), leaf.agreement.title),
        (_("Código"), said.code),
        (_("Versión del documento"), said.version),
        (_("Fecha del documento"), said.effective),
        (_("Versión que se cumple"), leaf.agreement.version),
        (_("Rige desde"), long_day(leaf.agreement.effective_from)),
    )
    signed = ((_("Elaboró"), said.prepared_by), (_("Revisó"), said.reviewed_by), (_("Publica"), leaf.agreement.provider))
    yield Control(
        facts=tuple(Pair(term, words) for term, words in facts if words),
        signed=tuple(Pair(term, words) for term, words in signed if words),
        notes=noted([("", said.note), ("", leaf.agreement.note)]),
    )
