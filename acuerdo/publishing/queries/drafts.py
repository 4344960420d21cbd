"""The draft, and two texts side by side."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from acuerdo.publishing.models import ManualDraft

#: Unchanged lines that are shown around a change.
AROUND = 2


def open_draft() -> ManualDraft | None:
    """The draft that is being written, with who wrote it last and the version it began with."""
    drafts = ManualDraft.objects.select_related("based_on", "edited_by").defer("based_on__text", "based_on__holidays")
    return drafts.filter(is_open=True).first()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one text, of the other, or of both. `kind`: "same", "old", "new" or "gap" where lines are left out."""

    kind: str
    old: int
    new: int
    text: str


def compared(old: str, new: str) -> list[Line]:
    """What two texts have otherwise, line by line, each change between the lines around it; empty where they are the same."""
    before, after = old.split("\n"), new.split("\n")
    lines: list[Line] = []
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(AROUND):
        if group[0][1] or group[0][3]:
            lines.append(Line("gap", 0, 0, ""))
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                lines += [Line("same", i + 1, j1 + i - i1 + 1, before[i]) for i in range(i1, i2)]
                continue
            lines += [Line("old", i + 1, 0, before[i]) for i in range(i1, i2)]
            lines += [Line("new", 0, j + 1, after[j]) for j in range(j1, j2)]
    return lines
