"""Clocks: a case's events in, its clocks out; every deadline explained."""

from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.rule import ClockRule, Kind, OnReclassify, OnReopen
from acuerdo.core.clocks.target import NotATarget, Target
from acuerdo.core.clocks.terms import STATUSES, Promise, Terms

__all__ = [
    "STATUSES",
    "ClockRule",
    "Happening",
    "Kind",
    "NotATarget",
    "OnReclassify",
    "OnReopen",
    "Promise",
    "Target",
    "Terms",
]
