"""The threads that make pages: warm ones first, all when there is work for all."""

from concurrent.futures import wait
from queue import Empty
from threading import Barrier, Event, get_ident

import pytest

from acuerdo.config.threads import LatestFirst, PageThreads

MANY = 4
SECONDS = 30


@pytest.fixture
def threads():
    pool = PageThreads(MANY)
    yield pool
    pool.shutdown(wait=True)


def all_at_once(pool: PageThreads) -> set[int]:
    """Have each thread of the pool work at the same moment, and give who they are."""
    together = Barrier(MANY)

    def at_once() -> int:
        together.wait(SECONDS)
        return get_ident()

    return {future.result(SECONDS) for future in [pool.submit(at_once) for _ in range(MANY)]}


def test_the_one_that_began_to_wait_last_is_given_the_next_piece() -> None:
    queue, order = LatestFirst(), []
    pool = [PageThreads(1) for _ in range(3)]
    took = []
    for number, one in enumerate(pool):
        took.append(one.submit(lambda number=number: order.append((number, queue.get()))))
        while len(queue.waiting) <= number:
            wait(took, timeout=0.01)
    for piece in range(3):
        queue.put(piece)
        took[2 - piece].result(SECONDS)
    assert order == [(2, 0), (1, 1), (0, 2)]
    for one in pool:
        one.shutdown()


def test_work_that_nobody_waits_for_is_taken_oldest_first() -> None:
    queue = LatestFirst()
    queue.put("first")
    queue.put("second")
    assert [queue.get(), queue.get_nowait()] == ["first", "second"]
    with pytest.raises(Empty):
        queue.get_nowait()


def test_all_threads_work_when_there_is_work_for_all(threads) -> None:
    assert len(all_at_once(threads)) == MANY
    assert len(all_at_once(threads)) == MANY


def test_a_pool_whose_threads_all_wait_wakes_the_latest(threads) -> None:
    all_at_once(threads)
    queue = threads._work_queue
    while len(queue.waiting) < MANY:
        Event().wait(0.01)
    waited = list(queue.waiting)
    assert threads.submit(get_ident).result(SECONDS)
    assert queue.waiting[: MANY - 1] == waited[: MANY - 1]


def test_more_work_than_threads_is_all_done(threads) -> None:
    assert [future.result(SECONDS) for future in [threads.submit(lambda number=number: number) for number in range(200)]] == list(
        range(200)
    )


def test_what_fails_is_told_to_who_asked_and_the_thread_works_on(threads) -> None:
    with pytest.raises(ZeroDivisionError):
        threads.submit(lambda: 1 / 0).result(SECONDS)
    assert threads.submit(lambda: 7).result(SECONDS) == 7


def test_the_end_lets_all_threads_end() -> None:
    pool = PageThreads(MANY)
    all_at_once(pool)
    pool.shutdown(wait=True)
    assert not any(thread.is_alive() for thread in pool._threads)
