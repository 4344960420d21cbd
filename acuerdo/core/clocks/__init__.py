"""Clocks: a case's events in, its clocks out; every deadline explained."""

from acuerdo.core.clocks.account import Stay, stays, time_account
from acuerdo.core.clocks.alarm import Alarm, next_alarm, shares_passed
from acuerdo.core.clocks.amounts import amount_in_words, target_in_words, usual_day
from acuerdo.core.clocks.clock import STATES, Clock, State
from acuerdo.core.clocks.cycle import Correction, Pause, PauseKind, Pledge
from acuerdo.core.clocks.explain import Explanation, Segment, SegmentKind, explain
from acuerdo.core.clocks.fold import fold
from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.illegal import IllegalLog
from acuerdo.core.clocks.logged import FOR_CLOCKS, Entry, from_log, lasting, name_for_clocks
from acuerdo.core.clocks.moves import NO_MOVES, Move, Moves, Why, moves
from acuerdo.core.clocks.near import NEAR, near_at, whole_of
from acuerdo.core.clocks.rule import ClockRule, Kind, OnReclassify, OnReopen
from acuerdo.core.clocks.sentence import sentence
from acuerdo.core.clocks.target import NotATarget, Target
from acuerdo.core.clocks.terms import STATUSES, Promise, Terms

__all__ = [
    "FOR_CLOCKS",
    "NEAR",
    "NO_MOVES",
    "STATES",
    "STATUSES",
    "Alarm",
    "Clock",
    "ClockRule",
    "Correction",
    "Entry",
    "Explanation",
    "Happening",
    "IllegalLog",
    "Kind",
    "Move",
    "Moves",
    "NotATarget",
    "OnReclassify",
    "OnReopen",
    "Pause",
    "PauseKind",
    "Pledge",
    "Promise",
    "Segment",
    "SegmentKind",
    "State",
    "Stay",
    "Target",
    "Terms",
    "Why",
    "amount_in_words",
    "explain",
    "fold",
    "from_log",
    "lasting",
    "moves",
    "name_for_clocks",
    "near_at",
    "next_alarm",
    "sentence",
    "shares_passed",
    "stays",
    "target_in_words",
    "time_account",
    "usual_day",
    "whole_of",
]
