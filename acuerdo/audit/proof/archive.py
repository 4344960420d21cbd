"""A proof, put together. It is read in one go, so the same case at the same instant is the same bytes."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from acuerdo.agreements.models import ManualVersion
from acuerdo.audit.models import Seal
from acuerdo.audit.proof import check
from acuerdo.audit.proof.entries import as_stored, for_customer
from acuerdo.audit.proof.packing import core, packed, zone
from acuerdo.audit.proof.readme import ENGLISH, SPANISH
from acuerdo.audit.queries.seals import as_sent
from acuerdo.core.agreements import as_data
from acuerdo.desks.queries import current_desk
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, folded, terms_of

#: Seals looked through for the one that holds a case's newest sealed event.
NEAR = 12


def archive_of(ticket: Ticket, *, at: datetime, customer: bool = False) -> bytes:
    """The proof of a case as of `at`; `customer`: without what is the desk's own, whose hashes stay in the chain."""
    at = at.astimezone(UTC).replace(microsecond=0)
    log = [event for event in log_of(SUBJECT, ticket.pk) if event.at <= at] or log_of(SUBJECT, ticket.pk)
    agreement, terms = agreement_for(ticket), terms_of(ticket)
    manuals = manuals_of(ticket, log)
    case = {
        "desk": current_desk().name,
        "number": ticket.number,
        "subject_id": ticket.pk,
        "manual": ticket.manual.manual,
        "manual_id": ticket.manual.pk,
        "manuals": [version.pk for version in manuals],
        "version": ticket.manual.version,
        "head": log[-1].hash,
        "at": at.isoformat(),
    }
    said = {"number": ticket.number, "desk": case["desk"], "at": f"{at:%Y-%m-%d %H:%M}", "head": case["head"]}
    files = {
        "LEAME.txt": (SPANISH % said).encode(),
        "README.txt": (ENGLISH % said).encode(),
        "case.json": as_json(case),
        "check.py": Path(check.__file__).read_bytes(),
        "clocks.json": as_json([as_data(clock, terms, at, agreement.zone) for clock in folded(ticket, at, log)]),
        "contract.json": as_json(ticket.overrides),
        "core.zip": core(),
        "events.jsonl": as_lines(for_customer(event) if customer else as_stored(event) for event in log),
        "seal.json": as_json(None if customer else seal_over(log)),
        f"zones/{agreement.zone.key}": zone(agreement.zone.key),
    }
    for version in manuals:
        files |= {
            f"manuals/{version.pk}.toml": version.text.encode(),
            f"manuals/{version.pk}.holidays.json": as_json(version.holidays),
            f"manuals/{version.pk}.events.jsonl": as_lines(as_stored(event) for event in log_of("manual", version.pk)),
        }
    return packed({f"caso-{ticket.number}/{name}": content for name, content in files.items()})


def manuals_of(ticket: Ticket, log: list[Event]) -> list[ManualVersion]:
    """The manual a case was opened under, and those it was put under since, by an event that says so."""
    others = [event.facts["manual"] for event in log if event.kind == "ticket.terms"]
    return list(ManualVersion.objects.filter(pk__in={ticket.manual_id, *others}).order_by("pk"))


def seal_over(log: list[Event]) -> dict[str, Any] | None:
    """The seal that holds the newest sealed event of a case. Not for customers: it counts other customers' cases."""
    last = Seal.objects.order_by("-number").values_list("at", flat=True).first()
    sealed = [event for event in log if last is not None and event.recorded_at <= last]
    if not sealed:
        return None
    subject, here = (sealed[-1].subject_kind, sealed[-1].subject_id), {event.hash for event in sealed}
    for seal in Seal.objects.filter(at__gte=sealed[-1].recorded_at).order_by("number")[:NEAR]:
        if any((kind, pk) == subject and hash_ in here for kind, pk, _position, hash_ in seal.heads):
            return as_sent(seal)
    return None


def as_json(value: object) -> bytes:
    """A file of one value, in one form."""
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def as_lines(values: Iterable[object]) -> bytes:
    """A file of a value a line."""
    return "".join(json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n" for value in values).encode()
