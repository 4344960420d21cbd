"""What each plan includes, side by side."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Plan
from acuerdo.core.clocks.amounts import number
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Row
from acuerdo.publishing.document.leaf import Leaf, noted

#: Words that by themselves say that a plan has a feature, as manuals print them.
HAS = frozenset({"activado", "incluido", "incluida", "sí", "si", "yes", "included"})
#: Equal cells beside each other are one where their words are as long as this.
LONG = 24


def plans(leaf: Leaf) -> Iterator[Block]:
    """The comparison: the printed features where the manual has them, else what the plans are carried out by."""
    offered = tuple(leaf.agreement.plans.values())
    if not offered:
        return
    clause = next((plan.source for plan in offered), "")
    heads = (_("Qué incluye"), *(short_name(plan.label, offered) for plan in offered))
    rows = tuple(features(leaf, offered) if leaf.agreement.features else essentials(leaf, offered))
    notes = noted((plan.label, plan.note) for plan in offered)
    yield Grid(heads, rows, look="plans", notes=notes, clause=clause, anchor=leaf.anchor(clause))


def short_name(label: str, offered: Sequence[Plan]) -> str:
    """«Innovador» for «Plan Innovador», where all begin so."""
    head = "Plan "
    return label.removeprefix(head) if all(plan.label.startswith(head) for plan in offered) else label


def features(leaf: Leaf, offered: Sequence[Plan]) -> Iterator[Row]:
    """A line a feature, in the printed words; a plan without words has it or not."""
    for feature, label in leaf.agreement.features.items():
        words = [plan.printed.get(feature) or (_("Incluido") if feature in plan.includes else "") for plan in offered]
        yes_or_no = any(says_no(each) for each in words if each) or any(each.casefold() in HAS for each in words)
        if feature == "disponibilidad":
            yield Row(label, tuple(Cell(percent(each), strong=True) for each in words))
        else:
            yield Row(label, tuple(joined(marked(each, yes_or_no=yes_or_no) for each in words)))


def percent(words: str) -> str:
    """A printed availability, with its sign where the document leaves it out: «99.5» is 99.5 %."""
    return f"{words} %" if words.replace(".", "").replace(",", "").isdigit() else words or "–"


def says_no(words: str) -> bool:
    """Whether a cell says that a plan lacks something: «No disponible», «No»."""
    return words.casefold().split()[:1] == ["no"]


def marked(words: str, *, yes_or_no: bool) -> Cell:
    """A cell with its mark, in a line whose cells say yes or no."""
    if not words:
        return Cell(_("No incluido"), mark="no")
    if says_no(words):
        return Cell(words, mark="no")
    return Cell(words, mark="yes" if yes_or_no else "")


def joined(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Long cells that are equal, made one."""
    last: Cell | None = None
    for cell in cells:
        if last and last.words == cell.words and len(cell.words) >= LONG:
            last = Cell(last.words, mark=last.mark, span=last.span + 1)
            continue
        if last:
            yield last
        last = cell
    if last:
        yield last


def essentials(leaf: Leaf, offered: Sequence[Plan]) -> Iterator[Row]:
    """Hours, availability and channels of each plan."""
    agreement = leaf.agreement
    yield Row(_("Horario de atención"), tuple(joined(Cell(agreement.calendars[plan.calendar].label) for plan in offered)))
    if any(plan.availability is not None for plan in offered):
        shares = (f"{number(plan.availability, leaf.language)} %" if plan.availability is not None else "–" for plan in offered)
        yield Row(_("Disponibilidad"), tuple(Cell(share, strong=True) for share in shares))
    for name, channel in agreement.channels.items():
        if any(plan.channels for plan in offered):
            has = (name in plan.channels for plan in offered)
            yield Row(channel.label, tuple(Cell(_("Incluido"), mark="yes") if each else Cell(_("No incluido"), mark="no") for each in has))
