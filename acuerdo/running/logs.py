"""A log file a process; what matters of it is shown on the screen too."""

import re
import shutil
from pathlib import Path

from acuerdo.running.folder import DataFolder

LARGEST = 20_000_000  # bytes; then the older half of its life moves to <name>.log.1
IMPORTANT = re.compile(rb"\b(ERROR|CRITICAL|FATAL|PANIC)\b")


def log_for(folder: DataFolder, name: str) -> Path:
    """Name the log file of one process."""
    return folder.logs / f"{name}.log"


def last_lines(log: Path, lines: int = 15) -> str:
    """Read the end of a log, for a person."""
    text = log.read_text("utf-8", errors="replace") if log.exists() else ""
    return "\n".join(text.splitlines()[-lines:])


class Watched:
    """Follows one log from its present end.

    Processes write to the file themselves: a screen that stands still (Ctrl-S) then stops nobody.
    """

    def __init__(self, log: Path) -> None:
        self.log = log
        self.read = log.stat().st_size if log.exists() else 0

    def important(self) -> list[str]:
        """Errors written since the last call; what follows a line (a traceback) stays in the file."""
        if not self.log.exists() or self.log.stat().st_size == self.read:
            return []
        with self.log.open("rb") as stream:
            stream.seek(self.read)
            whole, _newline, _rest = stream.read().rpartition(b"\n")
        self.read += len(whole) + 1 if whole else 0
        return [line.decode("utf-8", "replace") for line in whole.splitlines() if IMPORTANT.search(line)]

    def keep_short(self) -> None:
        """Put an overlong log aside. Writers append, so they go on at the new start."""
        if self.log.exists() and self.log.stat().st_size > LARGEST:
            shutil.copyfile(self.log, f"{self.log}.1")
            with self.log.open("r+b") as stream:
                stream.truncate(0)
            self.read = 0
