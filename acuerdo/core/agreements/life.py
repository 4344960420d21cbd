"""What a manual says of a case's life, as frozen values: how it arrives, its statuses, how it ends, and the survey."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from acuerdo.core.agreements.values import Words
from acuerdo.core.clocks import Target
from acuerdo.core.tickets import Party


@dataclass(frozen=True)
class Stage:
    """A named part of a status, with the sentence that a customer reads. It changes no clock."""

    id: str
    label: str
    sentence: str = ""


@dataclass(frozen=True)
class StatusName:
    """A status of the product under the manual's name. `party` is whose time it is; `used` whether this desk has it."""

    id: str
    label: str
    party: Party
    sentence: str = ""
    used: bool = True
    stages: Mapping[str, Stage] = field(default_factory=dict)
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Evidence:
    """What a solution must carry: a text to write or a file to attach."""

    id: str
    label: str
    kind: str = "text"
    required: bool = True


@dataclass(frozen=True)
class Closure:
    """How a case ends. `reopen_within` None: after closing, a message opens a linked follow-up.

    `review`: the facts of cases that owe a review after they are closed (SOP-033).
    """

    reopen_within: Target | None
    auto_close: str = ""
    reminder: str = ""
    silence_counts_as: str = ""
    silence_sentence: str = ""
    approve: bool = True
    reject: bool = True
    reject_needs_reason: bool = True
    agent_may_close: bool = False
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    review: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: Words = field(default_factory=dict)
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Face:
    """One answer of the survey; `tone` ("good", "fair", "bad") draws it and counts it."""

    id: str
    label: str
    tone: str


@dataclass(frozen=True)
class Survey:
    """Asked when a case is closed, by one click on a face; the comment is optional."""

    question: str
    faces: Mapping[str, Face]
    comment: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Intake:
    """The provisional facts of a case that arrives unclassified, and why."""

    facts: Words
    note: str = ""
    source: str = ""
