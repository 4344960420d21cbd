"""Waiting for something to be so, without guessing how long it takes."""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

T = TypeVar("T")
#: Seconds for what a quiet machine does in two: others may be at work beside the tests.
USUAL = 60.0
#: Between two questions, seconds.
BETWEEN = 0.1


def until(question: Callable[[], T], why: str | Callable[[], str], seconds: float = USUAL) -> T:
    """Ask again and again until the answer is yes, and give it; fail with the reason when the time is over."""
    deadline = time.monotonic() + seconds
    never = Event()
    while not (answer := question()):
        assert time.monotonic() < deadline, f"after {seconds:.0f} s: {why() if callable(why) else why}"
        never.wait(BETWEEN)
    return answer
