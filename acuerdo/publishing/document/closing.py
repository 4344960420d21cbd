"""How a case ends, and what is asked then."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Cell as Promised
from acuerdo.core.clocks import target_in_words
from acuerdo.publishing.document.blocks import Block, Pair, Pairs, Prose
from acuerdo.publishing.document.leaf import Leaf, noted


def closure(leaf: Leaf) -> Iterator[Block]:
    """The rules of closing, one a line."""
    rules = leaf.agreement.closure
    yield Prose("list", items=tuple(line for line in closing(leaf) if line))
    if rules.evidence:
        items = tuple(Pair(each.label, _("Siempre") if each.required else _("Si lo hay")) for each in rules.evidence.values())
        yield Pairs(items, _("Qué lleva toda solución"))
    if rules.reasons:
        yield Prose("heading", _("Por qué se cierra un caso"))
        yield Prose("list", items=tuple(rules.reasons.values()))
    if rules.note:
        yield Pairs((), notes=(rules.note,))


def closing(leaf: Leaf) -> Iterator[str]:
    """What may happen after a solution, as sentences."""
    rules = leaf.agreement.closure
    if rules.approve:
        yield _("Cuando usted aprueba la solución, el caso se cierra.")
    if rules.reject:
        yield _("Si la solución no le sirvió, la rechaza y el caso vuelve a atención.") + (
            f" {_('Al rechazarla nos dice por qué.')}" if rules.reject_needs_reason else ""
        )
    if rules.reminder:
        yield _("Si no responde, le escribimos un recordatorio a las %(time)s.") % {"time": window(leaf, rules.reminder)}
    if rules.auto_close:
        words = {"time": window(leaf, rules.auto_close), "counts": rules.silence_counts_as}
        yield _("Sin respuesta suya en %(time)s, el caso se cierra solo y queda como «%(counts)s».") % words
        yield rules.silence_sentence
    else:
        yield _("Ningún caso se cierra solo por falta de respuesta.")
    if rules.agent_may_close:
        yield _("Después de informarle la solución, la mesa también puede cerrarlo.")
    if rules.reopen_within is None:
        yield _("Un caso cerrado no se vuelve a abrir: si escribe después, se abre uno nuevo, enlazado con el anterior.")
    else:
        time = {"time": target_in_words(rules.reopen_within, leaf.language)}
        yield _("Si escribe antes de que pasen %(time)s desde el cierre, el caso se abre de nuevo.") % time


def window(leaf: Leaf, clock: str) -> str:
    """How long a window is open, in words."""
    cells: Iterator[Promised] = (cell for table in leaf.agreement.targets for cell in table.cells if cell.clock == clock and cell.target)
    cell = next(cells, None)
    return target_in_words(cell.target, leaf.language) if cell and cell.target else ""


def survey(leaf: Leaf) -> Iterator[Block]:
    """The question that closes a case, and its answers."""
    asked = leaf.agreement.survey
    if asked is None:
        return
    words = {"question": asked.question, "answers": ", ".join(face.label for face in asked.faces.values())}
    text = _("Al cerrar el caso le preguntamos: «%(question)s». Se responde con un clic: %(answers)s.") % words
    yield Prose("heading", _("Encuesta"))
    yield Prose("paragraph", f"{text} {asked.comment}".strip())
    if asked.note:
        yield Pairs((), notes=noted([("", asked.note)]))
