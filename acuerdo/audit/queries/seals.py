"""The arithmetic of a seal, and how the log agrees with those there are."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db.models import Q

from acuerdo.audit.models import Seal
from acuerdo.events.models import Event
from acuerdo.events.queries import canonical

#: Subject kind, its number, position and hash of a chain's last event.
Head = tuple[str, int, int, str]
#: Heads asked for in one statement.
MANY = 300
#: What a seal that was sent away must say.
SAYS = frozenset({"number", "at", "previous_hash", "heads", "hash"})


@dataclass(frozen=True)
class Trouble:
    """Something that is not as it was written: where, and what."""

    where: str
    problem: str

    def __str__(self) -> str:
        """Both."""
        return f"{self.where}: {self.problem}"


def hash_of_seal(number: int, at: datetime, previous_hash: str, heads: Iterable[Sequence[object]]) -> str:
    """SHA-256 over the sorted heads, the number, the instant and the seal before."""
    values = {
        "number": number,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "previous_hash": previous_hash,
        "heads": sorted(list(head) for head in heads),
    }
    return sha256(canonical(values)).hexdigest()


def as_sent(seal: Seal) -> dict[str, Any]:
    """A seal as it leaves the machine, and as `acuerdo check log --seal` reads it."""
    at = seal.at.astimezone(UTC).isoformat(timespec="microseconds")
    return {"number": seal.number, "at": at, "previous_hash": seal.previous_hash, "heads": seal.heads, "hash": seal.hash}


def name_of(seal: Seal, schema: str) -> str:
    """The name of a seal's file."""
    return f"{schema}-sello-{seal.number:06d}.json"


def content_of(seal: Seal) -> bytes:
    """A seal's file."""
    return json.dumps(as_sent(seal), ensure_ascii=False, indent=1).encode()


def wrong_seals() -> Iterator[Trouble]:
    """Whatever of the stored seals does not follow from the one before, or that the log no longer agrees with, in their order."""
    before: Seal | None = None
    for seal in Seal.objects.order_by("number").iterator(chunk_size=20):
        where = f"seal {seal.number}"
        if seal.number != (before.number + 1 if before else 1):
            yield Trouble(where, "a seal before it is missing")
        elif seal.previous_hash != (before.hash if before else ""):
            yield Trouble(where, "it does not follow the seal before it")
        elif seal.hash != hash_of_seal(seal.number, seal.at, seal.previous_hash, seal.heads):
            yield Trouble(where, "it was changed")
        yield from wrong_heads(seal.heads, f"sealed on {seal.at:%Y-%m-%d} (seal {seal.number})")
        before = seal


def wrong_heads(heads: Sequence[Any], sealed: str) -> Iterator[Trouble]:
    """The heads of a seal that the log no longer has as they were."""
    for start in range(0, len(heads), MANY):
        batch = heads[start : start + MANY]
        wanted = Q()
        for kind, subject_id, position, _hash in batch:
            wanted |= Q(subject_kind=kind, subject_id=subject_id, position=position)
        rows = Event.objects.filter(wanted).values_list("subject_kind", "subject_id", "position", "hash")
        there = {(kind, subject_id, position): hash_ for kind, subject_id, position, hash_ in rows}
        for kind, subject_id, position, hash_ in batch:
            found = there.get((kind, subject_id, position))
            if found != hash_:
                problem = f"it was removed, though {sealed}" if found is None else f"it is another than the one {sealed}"
                yield Trouble(f"{kind} {subject_id} [{position}]", problem)


def against(sent: Mapping[str, Any]) -> Iterator[Trouble]:
    """What differs between a seal that was sent away and what is here. Raises ValueError for what is no seal."""
    number, at, heads = read_seal(sent)
    where = f"seal {number}"
    if sent["hash"] != hash_of_seal(number, at, sent["previous_hash"], heads):
        yield Trouble(where, "the given file is not as it was sent: its hash is not that of its contents")
        return
    stored = Seal.objects.filter(number=number).first()
    if stored is None:
        yield Trouble(where, "this desk no longer has it")
    elif stored.hash != sent["hash"]:
        yield Trouble(where, "this desk now has another one of this number")
    yield from wrong_heads(heads, f"sealed on {at:%Y-%m-%d} (seal {number})")


def read_seal(sent: Mapping[str, Any]) -> tuple[int, datetime, list[Any]]:
    """Number, instant and heads of a seal's file. Raises ValueError."""
    if not isinstance(sent, Mapping) or not sent.keys() >= SAYS:
        msg = f"a seal is an object with {', '.join(sorted(SAYS))}"
        raise ValueError(msg)
    heads = sent["heads"]
    if not isinstance(heads, list) or not all(
        isinstance(head, list) and [type(part) for part in head] == [str, int, int, str] for head in heads
    ):
        msg = "the heads of a seal are lists of kind, number, position and hash"
        raise ValueError(msg)
    return int(sent["number"]), datetime.fromisoformat(str(sent["at"])), heads
