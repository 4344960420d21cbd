"""Children that die with their parent, even when the parent is killed with `kill -9`."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def start(command: Sequence[str | Path], dies_by: int, **options: Any) -> subprocess.Popen[bytes]:
    """Start a program, in a session of its own, that gets the signal when we die.

    Its own session: Ctrl-C in the terminal is the supervisor's alone to hear. Only Linux can tie
    it to us; elsewhere the next start finds what was left (`leftovers`).
    """
    # One thread here, so running Python between fork and exec is safe.
    return subprocess.Popen(command, start_new_session=True, preexec_fn=tie(dies_by), **options)  # noqa: PLW1509


def tie(signal_number: int) -> Callable[[], None] | None:
    """Make what the child runs before its program: after a change of user, which would undo it."""
    if LIBC is None:
        return None
    parent, prctl = os.getpid(), LIBC.prctl

    def tie_to_parent() -> None:
        prctl(PR_SET_PDEATHSIG, signal_number)
        if os.getppid() != parent:  # it died between the fork and the line above
            os.kill(os.getpid(), signal_number)

    return tie_to_parent
