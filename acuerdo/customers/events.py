"""What this room records. What is personal (a contact's fields) stands in the detail, which can be erased."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class Kept(Event):
    """Something was written down or changed: what was, and what is."""

    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OrganisationKept(Kept):
    """An organisation: name, state, domains, executive, notes."""

    kind: ClassVar[str] = "organisation.kept"
    subject_kind: ClassVar[str] = "organisation"


@dataclass(frozen=True, kw_only=True)
class ContractKept(Kept):
    """A contract and its own terms. Open cases keep those that they were opened with."""

    kind: ClassVar[str] = "contract.kept"
    subject_kind: ClassVar[str] = "contract"
    organisation: int = 0


@dataclass(frozen=True, kw_only=True)
class ProductKept(Kept):
    """A product line."""

    kind: ClassVar[str] = "product.kept"
    subject_kind: ClassVar[str] = "product"


@dataclass(frozen=True, kw_only=True)
class ContactKept(Event):
    """A contact; `fields` changed, their values are in the detail."""

    kind: ClassVar[str] = "contact.kept"
    subject_kind: ClassVar[str] = "contact"
    organisation: int = 0
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AccessGiven(Event):
    """A contact was invited to the customers' pages, or let in again."""

    kind: ClassVar[str] = "contact.access_given"
    subject_kind: ClassVar[str] = "contact"
    person: int = 0


@dataclass(frozen=True, kw_only=True)
class AccessTaken(Event):
    """A contact may sign in no more; their sessions ended."""

    kind: ClassVar[str] = "contact.access_taken"
    subject_kind: ClassVar[str] = "contact"
    person: int = 0
