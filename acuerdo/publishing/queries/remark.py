"""One thing said beside a line of a draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault or a warning of a text.

    `line`, from 1: where it is; `words`: what is wrong and what would be right; `written`: the line as it stands;
    `mend`: the line as it would be right, where that is certain.
    """

    line: int
    words: str
    is_fault: bool
    written: str
    mend: str = ""
