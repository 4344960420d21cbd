"""The threads that make pages: of those that wait, the one that worked last works next.

Python's own pool lets them work in turn. A desk with one visitor at a time then keeps eight threads half warm, each with its
connection and the plans that PostgreSQL made for it: a page of the queue took 19 ms instead of 14 (bench/results/2026-11-21.md).
Here few work, and they are warm.
"""

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any


class LatestFirst:
    """A queue of work, first in first out, that gives each piece to whoever began to wait for it last."""

    def __init__(self) -> None:
        """Nothing to do, nobody waits."""
        self.lock = Lock()
        self.work: deque[Any] = deque()
        self.waiting: list[SimpleQueue[Any]] = []

    def put(self, item: Any) -> None:
        """Give it to the latest that waits, or keep it for the next that asks."""
        with self.lock:
            if self.waiting:
                self.waiting.pop().put(item)
            else:
                self.work.append(item)

    def get(self, *, block: bool = True) -> Any:
        """Take the oldest piece; wait for one where there is none, or raise queue.Empty."""
        with self.lock:
            if self.work:
                return self.work.popleft()
            if not block:
                raise Empty
            mine: SimpleQueue[Any] = SimpleQueue()
            self.waiting.append(mine)
        return mine.get()

    def get_nowait(self) -> Any:
        """Take the oldest piece, or raise queue.Empty."""
        return self.get(block=False)


class PageThreads(ThreadPoolExecutor):
    """Python's pool with that queue: threads are made only when all there are have work."""

    def __init__(self, most: int) -> None:
        """At most so many threads."""
        super().__init__(most, thread_name_prefix="page")
        # Where the pool keeps its work; a test holds it to that.
        self._work_queue = LatestFirst()  # type: ignore[assignment]  # asked for nothing but this
