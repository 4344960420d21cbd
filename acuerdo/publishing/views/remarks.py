"""What is said beside a draft's lines: its faults, its warnings, and what keeps it from being published."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.agreements.actions.publishable import obstacles
from acuerdo.agreements.queries import agreement_of, current_version, known_versions
from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Target, target_in_words
from acuerdo.publishing import wording
from acuerdo.publishing.queries.lines import line_of
from acuerdo.publishing.queries.mending import stale_words
from acuerdo.publishing.queries.remark import Remark
from acuerdo.publishing.queries.worded import checked
from acuerdo.ui.language import language


@dataclass(frozen=True)
class Review:
    """A text as its editor sees it. `agreement` is None where it has faults."""

    agreement: Agreement | None
    faults: tuple[Remark, ...]
    obstacles: tuple[Remark, ...]
    warnings: tuple[Remark, ...]

    @property
    def may_be_published(self) -> bool:
        """Whether nothing stands in the way; warnings do not."""
        return self.agreement is not None and not self.obstacles

    @property
    def mendable(self) -> int:
        """How many of its lines can be put right without asking anybody."""
        return sum(1 for remark in self.faults if remark.mend)

    @property
    def groups(self) -> list[tuple[str, str, tuple[Remark, ...]]]:
        """The remarks by kind, with the words over each, the gravest first."""
        named = (
            ("fault", _("Errores"), self.faults),
            ("stop", _("Para publicarla"), self.obstacles),
            ("ask", _("Conviene revisar"), self.warnings),
        )
        return [group for group in named if group[2]]


def review(text: str, now: datetime) -> Review:
    """Read a text and say all there is to say of it."""
    found = checked(text, language())
    faults = tuple(remark for remark in found.remarks if remark.is_fault)
    warnings = tuple(remark for remark in found.remarks if not remark.is_fault)
    if found.agreement is None:
        return Review(None, faults, (), warnings)
    said = sorted([*stale(found.agreement, text), *warnings], key=lambda remark: remark.line)
    return Review(found.agreement, faults, tuple(in_the_way_of(found.agreement, text, now)), tuple(said))


def stale(agreement: Agreement, text: str) -> list[Remark]:
    """The cells whose time changed and whose printed words did not, against the version in force."""
    lines = text.split("\n")
    words = _("La meta era «%(was)s» y ahora es «%(now)s», pero el documento imprime todavía «%(printed)s». Corrija el texto impreso.")
    return [
        Remark(
            line,
            words % {"was": in_words(was.target), "now": in_words(cell.target), "printed": cell.printed},
            is_fault=False,
            written=lines[line - 1].strip(),
        )
        for line, was, cell in stale_words(agreement_of(current_version()), agreement, text)
    ]


def in_words(target: Target | None) -> str:
    """A time in the reader's language."""
    return target_in_words(target, language()) if target else ""


def in_the_way_of(agreement: Agreement, text: str, now: datetime) -> list[Remark]:
    """What keeps a text without faults from being published, at the lines of its `[manual]`."""
    lines, said = text.split("\n"), []
    for refusal in obstacles(agreement, known_versions(), now.astimezone(agreement.zone).date()):
        line = line_of(text, refusal.key)
        said.append(Remark(line, wording.of(refusal), is_fault=True, written=lines[line - 1].strip() if line else ""))
    return said
