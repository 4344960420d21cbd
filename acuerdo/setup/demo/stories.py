"""What customers report and how it goes, as `cases/<desk>.toml` tells it: the beats of a case in the order of the file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from random import Random

#: What may happen in a case, and which of the clocks' events it brings.
BEATS: Mapping[str, frozenset[str]] = {
    "notes": frozenset(),
    "asks": frozenset({"responded"}),
    "replies": frozenset({"customer_wrote"}),
    "answers": frozenset({"responded"}),
    "restores": frozenset({"responded", "restored"}),
    "diagnoses": frozenset({"responded", "diagnosed"}),
    "formally": frozenset({"responded", "formal_reply"}),
    "raises": frozenset(),
    "waits": frozenset(),
    "solves": frozenset({"resolved"}),
    "rejects": frozenset({"customer_wrote", "reopened"}),
    "solves_again": frozenset({"resolved"}),
}
MILESTONES = {"restores": ("restored",), "diagnoses": ("diagnosed",), "formally": ("formal_reply",)}
#: Beats of the customer's; the others are the desk's.
CUSTOMERS = frozenset({"replies", "rejects"})


@dataclass(frozen=True)
class Beat:
    """One thing that happens. `to` is a level for `raises`, a status for `waits`."""

    kind: str
    text: str
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class Story:
    """One case as it will be told; `channel` empty is mail."""

    subject: str
    tells: str
    facts: Mapping[str, str]
    beats: tuple[Beat, ...]
    proposed: Mapping[str, str] = field(default_factory=dict)
    channel: str = "email"
    file: str = ""
    #: Evidence by the names of the manual, where the solution's first sentence is not enough.
    evidence: Mapping[str, str] = field(default_factory=dict)
    #: With which of the manual's reasons the desk closes it by hand; empty: as the desk closes others.
    closed_as: str = ""
    #: A case that waits for a committee has no end, and only stands in scenes.
    only_now: bool = False

    def has(self, kind: str) -> bool:
        """Whether such a beat comes."""
        return any(beat.kind == kind for beat in self.beats)


def stories_of(desk: str) -> list[dict[str, object]]:
    """The stories of a desk, with their gaps still open."""
    found = tomllib.loads((files(__package__) / "cases" / f"{desk}.toml").read_text(encoding="utf-8"))
    return list(found["stories"])


def told(template: Mapping[str, object], rng: Random, turn: int) -> Story:
    """A story with its gaps filled; `turn` walks through what a gap may hold, so that tellings differ."""
    said = dict(template)
    gaps: dict[str, str] = {}
    for name, choices in dict(said.pop("vary", {})).items():  # type: ignore[call-overload]
        gaps[name] = choices[turn % len(choices)]
    gaps["n"] = str(rng.randrange(11, 99))

    def fill(value: object) -> object:
        if isinstance(value, str):
            return value.format(**gaps).strip()
        return {key: fill(item) for key, item in value.items()} if isinstance(value, Mapping) else value

    filled = {name: fill(value) for name, value in said.items()}
    beats = tuple(beat(name, filled.pop(name)) for name in list(filled) if name in BEATS)
    return Story(beats=beats, **filled)  # type: ignore[arg-type]


def beat(kind: str, said: object) -> Beat:
    """A beat of the file: a text, or a table with `to` and `text`."""
    if isinstance(said, Mapping):
        return Beat(kind, str(said["text"]), str(said["to"]))
    return Beat(kind, str(said))
