"""A service manual as values: reading it, every fault at once, what it promises to whom, its worked examples, and the answer to one case.

Stands on core.hours, core.clocks and core.tickets. Holidays come in as an argument; nothing here reads a clock or a file.
"""

from acuerdo.core.agreements.admitted import admits
from acuerdo.core.agreements.agreed import Agreed, agreed_times
from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.answer import answer, as_data
from acuerdo.core.agreements.asking import Ask
from acuerdo.core.agreements.calendars import read_week
from acuerdo.core.agreements.changes import ChangeRole, Changes, ChangeType, Committee
from acuerdo.core.agreements.commercial import Billing, Commercial, Fee, Guarantee, Service, Suspension
from acuerdo.core.agreements.contracts import contract_text, read_contract
from acuerdo.core.agreements.difference import Difference
from acuerdo.core.agreements.differences import differences
from acuerdo.core.agreements.document import Section
from acuerdo.core.agreements.faults import Fault, Faults
from acuerdo.core.agreements.happenings import BadCase
from acuerdo.core.agreements.heard import heard
from acuerdo.core.agreements.incidents import Check, CommonIncident, CommonIncidents, IncidentCase, Owner
from acuerdo.core.agreements.information import MISSING, PRESENT, STATES, WAIVED, Given, Need, Point, needs_of, owed, points, reasons_of
from acuerdo.core.agreements.life import Closure, Evidence, Face, Intake, Stage, StatusName, Survey
from acuerdo.core.agreements.matrix import Matrix
from acuerdo.core.agreements.notices import Notification
from acuerdo.core.agreements.overrides import Overrides
from acuerdo.core.agreements.prose import Block, prose_of
from acuerdo.core.agreements.read import read, schema
from acuerdo.core.agreements.register import Audit, Availability, Contact, Exclusion, Term
from acuerdo.core.agreements.releases import is_older, outdated
from acuerdo.core.agreements.replies import Reply, said_on
from acuerdo.core.agreements.reporting import Reporting, Taking, may_report, taking, too_early
from acuerdo.core.agreements.reports import Report
from acuerdo.core.agreements.settling import Unfit, by_matrix, concerns, settle, unfit
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
    "MISSING",
    "PRESENT",
    "STATES",
    "WAIVED",
    "Agreed",
    "Agreement",
    "Ask",
    "Audit",
    "Availability",
    "BadCase",
    "Billing",
    "Block",
    "CaseType",
    "Cell",
    "ChangeRole",
    "ChangeType",
    "Changes",
    "Channel",
    "Check",
    "Choice",
    "Closure",
    "Commercial",
    "Committee",
    "CommonIncident",
    "CommonIncidents",
    "Contact",
    "Control",
    "Difference",
    "Escalation",
    "Evidence",
    "Example",
    "Exclusion",
    "Face",
    "Fault",
    "Faults",
    "Fee",
    "Field",
    "Given",
    "Guarantee",
    "IncidentCase",
    "Intake",
    "Item",
    "Ladder",
    "Level",
    "ManualTerms",
    "Matrix",
    "Need",
    "Notification",
    "Overrides",
    "Owner",
    "Plan",
    "Point",
    "Product",
    "Reply",
    "Report",
    "Reporting",
    "Role",
    "Section",
    "Service",
    "Stage",
    "StatusName",
    "Survey",
    "Suspension",
    "Taking",
    "TargetTable",
    "Term",
    "Unfit",
    "admits",
    "agreed_times",
    "answer",
    "as_data",
    "by_matrix",
    "concerns",
    "contract_text",
    "differences",
    "heard",
    "is_older",
    "may_report",
    "needs_of",
    "outdated",
    "owed",
    "points",
    "prose_of",
    "read",
    "read_contract",
    "read_week",
    "reasons_of",
    "said_on",
    "schema",
    "settle",
    "taking",
    "too_early",
    "unfit",
]
