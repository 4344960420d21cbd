"""What a manual says around its clocks: checks, changes, money, messages, reports, records, and its prose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.changes import Changes, read_changes
from acuerdo.core.agreements.commercial import Commercial, read_commercial
from acuerdo.core.agreements.document import Section, read_document
from acuerdo.core.agreements.facts import BUILT_IN
from acuerdo.core.agreements.incidents import CommonIncidents, read_common_incidents
from acuerdo.core.agreements.notices import Notification, read_notifications, recipients
from acuerdo.core.agreements.register import (
    Audit,
    Availability,
    Contact,
    Term,
    read_audit,
    read_availability,
    read_contacts,
    read_glossary,
)
from acuerdo.core.agreements.replies import Reply, read_replies
from acuerdo.core.agreements.reports import Report, read_reports
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.values import Ladder


@dataclass(frozen=True, eq=False)
class Papers:
    """Each empty where the manual says nothing of it; mappings and sections in the order of the file."""

    common_incidents: CommonIncidents
    changes: Changes
    availability: Availability
    commercial: Commercial
    replies: Mapping[str, Reply]
    notifications: Mapping[str, Notification]
    reports: Mapping[str, Report]
    audit: Audit
    contacts: Mapping[str, Contact]
    glossary: Mapping[str, Term]
    document: tuple[Section, ...]


def read_papers(manual: Table, known: Known, milestones: Collection[str], roles: Collection[str], ladders: Mapping[str, Ladder]) -> Papers:
    """Read the tables that no clock looks at."""
    plans, types = known.facts["plan"], known.facts["type"]
    whom = recipients(roles, ladders)
    steps = [step for ladder in ladders.values() if ladder.side == "provider" for step in ladder.steps]
    return Papers(
        common_incidents=read_common_incidents(manual),
        changes=read_changes(manual, types, plans),
        availability=read_availability(manual),
        commercial=read_commercial(manual, plans),
        replies=MappingProxyType(read_replies(manual, known, milestones, roles)),
        notifications=MappingProxyType(read_notifications(manual, known, milestones, whom)),
        reports=MappingProxyType(read_reports(manual, plans, roles, whom)),
        audit=read_audit(manual),
        contacts=MappingProxyType(read_contacts(manual, steps)),
        glossary=MappingProxyType(read_glossary(manual)),
        document=read_document(manual, [name for name in known.facts if name not in BUILT_IN], known.clocks, ladders),
    )
