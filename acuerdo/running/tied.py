"""Children that die with their parent, even when the parent is killed with `kill -9`."""

import ctypes
import os
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def dies_with_us(signal_number: int) -> Callable[[], None] | None:
    """What a new child runs before its program, so that it gets the signal when we die.

    For `subprocess`'s `preexec_fn`: that runs after the change of user, which would undo it. The
    supervisor has one thread, so running Python between fork and exec is safe. Only Linux can do
    it; elsewhere the next start finds what was left (`leftovers`).
    """
    if LIBC is None:
        return None
    parent, prctl = os.getpid(), LIBC.prctl

    def tie() -> None:
        prctl(PR_SET_PDEATHSIG, signal_number)
        if os.getppid() != parent:  # it died between the fork and the line above
            os.kill(os.getpid(), signal_number)

    return tie
