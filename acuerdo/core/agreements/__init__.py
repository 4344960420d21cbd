"""A service manual as values: reading it, every fault at once, what it promises to whom, its worked examples, and the answer to one case.

Stands on core.hours, core.clocks and core.tickets. Holidays come in as an argument; nothing here reads a clock or a file.
"""

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.answer import answer
from acuerdo.core.agreements.faults import Fault, Faults
from acuerdo.core.agreements.happenings import BadCase
from acuerdo.core.agreements.life import Closure, Evidence, Face, Intake, Stage, StatusName, Survey
from acuerdo.core.agreements.overrides import Overrides
from acuerdo.core.agreements.read import read
from acuerdo.core.agreements.targets import Cell, TargetTable
from acuerdo.core.agreements.terms import ManualTerms
from acuerdo.core.agreements.values import (
    CaseType,
    Channel,
    Choice,
    Control,
    Escalation,
    Example,
    Field,
    Item,
    Ladder,
    Level,
    Plan,
    Product,
    Role,
)

__all__ = [
    "Agreement",
    "BadCase",
    "CaseType",
    "Cell",
    "Channel",
    "Choice",
    "Closure",
    "Control",
    "Escalation",
    "Evidence",
    "Example",
    "Face",
    "Fault",
    "Faults",
    "Field",
    "Intake",
    "Item",
    "Ladder",
    "Level",
    "ManualTerms",
    "Overrides",
    "Plan",
    "Product",
    "Role",
    "Stage",
    "StatusName",
    "Survey",
    "TargetTable",
    "answer",
    "read",
]
