"""Ctrl-C, SIGTERM and a closed terminal all mean the same: stop everything, cleanly."""

import signal
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class AskedToStop(BaseException):
    """Raised wherever the supervisor happens to be. Not an Exception: nothing on the way may swallow it."""


def listen() -> None:
    """From now on the first stopping signal raises AskedToStop."""
    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup: a closed terminal is no reason
            signal.signal(number, stop)


def stop(_number: int, _frame: FrameType | None) -> None:
    """Ask once; the stop that follows has a time limit and is not to be interrupted."""
    deafen()
    raise AskedToStop


def deafen() -> None:
    """Take no more stopping signals. Not SIG_IGN: a program started later would inherit that."""
    for number in STOPPING:
        signal.signal(number, lambda _number, _frame: None)
