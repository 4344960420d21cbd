"""How a case ends by the manual: windows, silence, evidence, and the survey."""

from collections.abc import Mapping
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.durations import read_target
from acuerdo.core.agreements.life import Closure, Evidence, Face, Survey
from acuerdo.core.agreements.targets import Known
from acuerdo.core.agreements.where import read_where
from acuerdo.core.clocks import ClockRule, Kind, Target

_KINDS = ("text", "file")
_TONES = ("good", "fair", "bad")


def read_closure(manual: Table, rules: Mapping[str, ClockRule], known: Known) -> Closure:
    """`[closure]`; `reopen_within` is needed, and may be "none"."""
    if "closure" not in manual:
        manual.book.fault(manual.path, "no_closure")
        manual.asked["closure"] = None
        return Closure(reopen_within=None)
    table = manual.table("closure")
    windows = [rule.id for rule in rules.values() if rule.kind is Kind.WINDOW]
    closure = Closure(
        reopen_within=_reopen_within(table),
        auto_close=table.choice("auto_close", windows, "window", ""),
        reminder=table.choice("reminder", windows, "window", ""),
        silence_counts_as=table.text("silence_counts_as", ""),
        silence_sentence=table.text("silence_sentence", ""),
        approve=table.flag("approve", default=True),
        reject=table.flag("reject", default=True),
        reject_needs_reason=table.flag("reject_needs_reason", default=True),
        agent_may_close=table.flag("agent_may_close"),
        evidence=MappingProxyType(_evidence(table)),
        review=read_where(table, known, "review"),
        reasons=MappingProxyType(table.words("reasons")),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    if closure.auto_close and not closure.silence_counts_as:
        table.book.fault(table.at("auto_close"), "missing_key", key="silence_counts_as", place=table.place)
    table.done()
    return closure


def _reopen_within(table: Table) -> Target | None:
    written = table.text("reopen_within")
    if written in ("", "none"):
        return None
    return read_target(table.book, table.at("reopen_within"), written)


def _evidence(closure: Table) -> dict[str, Evidence]:
    evidence = {}
    for name, table in closure.named("evidence"):
        kind = table.choice("kind", _KINDS, "evidence", "text")
        evidence[name] = Evidence(name, table.text("label"), kind, table.flag("required", default=True))
        table.done()
    return evidence


def read_survey(manual: Table) -> Survey | None:
    """`[survey]`, if the manual asks one."""
    table = manual.table("survey")
    if not table.values:
        return None
    faces = {}
    for name, face in table.named("faces"):
        faces[name] = Face(name, face.text("label"), face.choice("tone", _TONES, "tone"))
        face.done()
    survey = Survey(
        question=table.text("question"),
        faces=MappingProxyType(faces),
        comment=table.text("comment", ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return survey
