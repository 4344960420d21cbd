"""Sentences of the console: what waits in the queue, and what happened to a case."""

from acuerdo.console.wording.queue import band, doubt, party, pause
from acuerdo.console.wording.teller import Teller, percent, within

__all__ = ["Teller", "band", "doubt", "party", "pause", "percent", "within"]
