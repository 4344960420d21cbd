"""Processes that make desks side by side. They import this before Django is ready, so nothing here needs it."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

import django


def pool_of(most: int) -> ProcessPoolExecutor:
    """As many as there are processors, `most` at most. New programs, not copies: a copy would share our connection."""
    return ProcessPoolExecutor(min(most, os.cpu_count() or 1), mp_context=get_context("spawn"), initializer=begin)


def begin() -> None:
    """Make a process ready, and have it end with the one that started it, however that ends: it would wait for ever."""
    django.setup()
    if (parent := parent_process()) is not None:
        Thread(target=end_with, args=(parent,), daemon=True).start()


def end_with(parent: BaseProcess) -> None:
    """Wait for the other's end, then go at once; the database undoes what was begun."""
    parent.join()
    os._exit(1)
