"""Comprueba esta prueba sin red y sin el proveedor. · Checks this proof without a network and without the provider.

    python check.py

Python 3.11 or newer, nothing else. Ends with 0 when all is as it was recorded, with 1 at the first entry that is not.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

HERE = Path(__file__).resolve().parent
#: What the hash of an event covers.
COVERED = (
    "actor_id",
    "actor_kind",
    "at",
    "authorised_by",
    "confirmed",
    "detail_hash",
    "environment",
    "extra_1",
    "extra_2",
    "extra_3",
    "extra_4",
    "extra_5",
    "facts",
    "kind",
    "module",
    "position",
    "previous_hash",
    "programme",
    "subject_id",
    "subject_kind",
)
#: What it covers besides in the second form.
COVERED_SINCE_FORM_2 = ("form", "recorded_at")


class BadEntryError(Exception):
    """The first entry that is not as it was recorded: where, and what, in Spanish and English."""

    def __init__(self, where: str, spanish: str, english: str) -> None:
        """Keep all three."""
        super().__init__(where)
        self.lines = (f"{where}: {spanish}", f"{where}: {english}")


@dataclass(frozen=True)
class Entry:
    """An event as the core reads it."""

    at: datetime
    kind: str
    facts: dict[str, Any]


def main() -> int:
    """Check everything; say what was found."""
    try:
        said = check()
    except BadEntryError as bad:
        sys.stdout.write("MAL · BAD\n{}\n{}\n".format(*bad.lines))
        return 1
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        sys.stdout.write(f"MAL · BAD\nUn archivo falta o no se puede leer · A file is missing or cannot be read: {error!r}\n")
        return 1
    sys.stdout.write(said)
    return 0


def check() -> str:
    """Follow the chains, weigh the manual, fold the clocks; raises BadEntryError."""
    case = value("case.json")
    events = follow("events.jsonl", "ticket", case["subject_id"])
    if events[-1]["hash"] != case["head"]:
        here = "events.jsonl"
        bad(here, "no termina en el hecho que dice case.json: falta el final", "does not end where case.json says: its end is missing")
    check_manuals(case, events)
    sealed = check_seal(events)
    clocks = check_clocks(case, events)
    core = sha256((HERE / "core.zip").read_bytes()).hexdigest()
    hidden = sum(1 for event in events if "withheld" in event)
    manual = f"manual {case['manual']} {case['version']}"
    lines = [
        f"BIEN · GOOD   caso · case {case['number']}, {case['at']}",
        f"El registro ({len(events)} hechos), el {manual} y los relojes ({clocks}) son los que se grabaron.",
        f"The log ({len(events)} events), the {manual} and the clocks ({clocks}) are those recorded.",
        f"Sello · Seal {sealed}" if sealed else "Sin sello todavía · Not sealed yet",
        f"Último hecho · Last event {case['head']}",
        f"Motor · Engine core.zip {core}",
    ]
    if hidden:
        lines.insert(3, f"Hechos internos, con su huella y sin su texto · Internal events, their hash without their text: {hidden}")
    return "\n".join(lines) + "\n"


def follow(file: str, kind: str, subject_id: int) -> list[dict[str, Any]]:
    """A chain, each event following the one before; raises BadEntryError at the first that does not."""
    before = ""
    events = []
    for position, line in enumerate((HERE / file).read_text(encoding="utf-8").splitlines(), 1):
        event = json.loads(line)
        where = f"{file} [{position}]"
        if event["position"] != position:
            bad(where, "falta un hecho antes de este", "an event before this one is missing")
        if event["previous_hash"] != before:
            bad(where, "no sigue al hecho anterior", "it does not follow the event before it")
        if "withheld" not in event and not is_as_recorded(event, kind, subject_id):
            bad(where, f"el hecho «{event['kind']}» fue cambiado", f"the event {event['kind']!r} was changed")
        before = event["hash"]
        events.append(event)
    if not events:
        bad(file, "no tiene hechos", "it has no events")
    return events


def is_as_recorded(event: dict[str, Any], kind: str, subject_id: int) -> bool:
    """Whether an event has its hash, and is of this chain."""
    return event["hash"] == hash_of(event) and (event["subject_kind"], event["subject_id"]) == (kind, subject_id)


def check_manuals(case: dict[str, Any], events: list[dict[str, Any]]) -> None:
    """The manual is the one that was published and that the case was opened under; so are the contract's own terms."""
    digests = {}
    for pk in case["manuals"]:
        text, holidays = (HERE / f"manuals/{pk}.toml").read_text(encoding="utf-8"), value(f"manuals/{pk}.holidays.json")
        digests[pk] = sha256((text + json.dumps(holidays, sort_keys=True)).encode()).hexdigest()
        published = follow(f"manuals/{pk}.events.jsonl", "manual", pk)
        if digests[pk] not in [event["facts"].get("digest") for event in published]:
            where = f"manuals/{pk}.toml, {pk}.holidays.json"
            bad(where, "no son los que el proveedor publicó", "they are not those that the provider published")
    pins = [event["facts"]["pinned"] for event in events if "pinned" in event["facts"]]
    if pins and pins[0]["manual"] != digests[case["manual_id"]]:
        where = f"manuals/{case['manual_id']}.toml"
        bad(where, "no es la versión con que se abrió el caso", "it is not the version the case was opened under")
    contract = value("contract.json")
    if pins and pins[-1].get("agreed", "") != (sha256(canonical(contract)).hexdigest() if contract else ""):
        bad("contract.json", "no es lo acordado que dice el registro", "it is not what the log says was agreed")


def check_seal(events: list[dict[str, Any]]) -> str:
    """The night's seal over this case, where there was one; its hash is to be compared with the mail it left in."""
    seal = value("seal.json")
    if not seal:
        return ""
    covered = {name: seal[name] for name in ("number", "at", "previous_hash")} | {"heads": sorted(seal["heads"])}
    if sha256(canonical(covered)).hexdigest() != seal["hash"]:
        bad("seal.json", "el sello fue cambiado", "the seal was changed")
    subject = value("case.json")["subject_id"]
    heads = [(position, sealed) for kind, subject_id, position, sealed in seal["heads"] if (kind, subject_id) == ("ticket", subject)]
    if not heads:
        bad("seal.json", "no sella este caso", "it does not seal this case")
    for position, sealed in heads:
        if position > len(events) or events[position - 1]["hash"] != sealed:
            bad(f"events.jsonl [{position}]", "no es el hecho que se selló", "it is not the event that was sealed")
    return f"{seal['number']} {seal['at']} {seal['hash']}"


def check_clocks(case: dict[str, Any], events: list[dict[str, Any]]) -> int:
    """Fold the log by the manual with the core that comes along; raises BadEntryError at the first clock that differs. Returns how many."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(HERE / "core.zip"))
    import zoneinfo  # noqa: PLC0415  what follows is there only now

    zoneinfo.reset_tzpath(to=[str(HERE / "zones")])
    from acuerdo.core.agreements import as_data, read  # noqa: PLC0415
    from acuerdo.core.clocks import fold, from_log  # noqa: PLC0415

    def agreement(pk: int) -> Any:
        stored = value(f"manuals/{pk}.holidays.json")

        def holidays(country: str, _years: range) -> dict[date, str]:
            return {date.fromisoformat(day): name for day, name in stored.get(country, {}).items()}

        return read((HERE / f"manuals/{pk}.toml").read_text(encoding="utf-8"), holidays=holidays, file=f"{pk}.toml")

    def other_terms(facts: Mapping[str, Any]) -> Any:
        return agreement(facts["manual"]).terms(facts.get("overrides", {}))

    own = agreement(case["manual_id"])
    terms, at = own.terms(value("contract.json")), datetime.fromisoformat(case["at"])
    entries = [Entry(datetime.fromisoformat(event["at"]).astimezone(UTC), event["kind"], event["facts"]) for event in events]
    folded = [as_data(clock, terms, at, own.zone) for clock in fold(from_log(entries, terms, other_terms), terms, at)]
    for said, is_so in differing(value("clocks.json"), folded):
        bad("clocks.json", f"dice {said}; el registro da {is_so}", f"says {said}; the log gives {is_so}")
    return len(folded)


def differing(said: list[dict[str, Any]], folded: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What the archive says of a clock and what the log gives, where they differ."""
    names = [name_of(clock) for clock in folded]
    if [name_of(clock) for clock in said] != names:
        yield ", ".join(map(name_of, said)) or "0", ", ".join(names) or "0"
    for one, other in zip(said, folded, strict=False):
        for name in {**one, **other}:
            if one.get(name) != other.get(name):
                yield f"{name_of(one)} {name} = {one.get(name)}", str(other.get(name))


def name_of(clock: dict[str, Any]) -> str:
    """A clock and its cycle."""
    return f"{clock['id']}/{clock['cycle']}"


def hash_of(event: dict[str, Any]) -> str:
    """The hash that an event's columns give."""
    names = COVERED if event.get("form", 1) == 1 else (*COVERED, *COVERED_SINCE_FORM_2)
    return sha256(canonical({name: event[name] for name in names})).hexdigest()


def canonical(content: object) -> bytes:
    """JSON in one form: sorted names, no spaces, UTF-8."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def value(file: str) -> Any:
    """What a file of the archive says."""
    return json.loads((HERE / file).read_text(encoding="utf-8"))


def bad(where: str, spanish: str, english: str) -> NoReturn:
    """Stop at this entry."""
    raise BadEntryError(where, spanish, english)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  it runs wherever its reader is
        sys.exit("Se necesita Python 3.11 o posterior. · Python 3.11 or newer is needed.")
    sys.exit(main())
