"""Who may report, and what becomes of a report by somebody who may not: it is never dropped."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.values import Channel, Ladder

#: How an agent takes a caller's case: any, those of authorised contacts only (DIG-005), or the caller is asked for a mail (PRO-A10).
CALLERS = ("all", "authorised", "mail")


@dataclass(frozen=True)
class Reporting:
    """`authorised`: only authorised contacts report, and those of these customer `levels` (DIG-040).

    `confirm`: an authorised contact is asked to confirm another's report. `in_production`: support is for systems that are used already
    (DIG-025).
    """

    authorised: bool = False
    levels: tuple[str, ...] = ()
    confirm: bool = False
    callers: str = "all"
    in_production: bool = False
    says: str = ""
    note: str = ""
    source: str = ""


class Taking(StrEnum):
    """What an agent does with a caller."""

    OPEN = "open"
    ASK_FOR_MAIL = "ask_for_mail"
    ASK_AUTHORISED = "ask_authorised"


def read_reporting(manual: Table, ladders: dict[str, Ladder]) -> Reporting:
    """`[reporting]`; a manual without it takes a case from anybody."""
    table = manual.table("reporting")
    levels = [step for ladder in ladders.values() if ladder.side == "customer" for step in ladder.steps]
    reporting = Reporting(
        authorised=table.flag("authorised"),
        levels=table.choices("levels", levels, "level", ()),
        confirm=table.flag("confirm"),
        callers=table.choice("callers", CALLERS, "rule for callers", "all"),
        in_production=table.flag("in_production"),
        says=table.text("says", ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return reporting


def may_report(reporting: Reporting, *, is_authorised: bool, level: str, is_public: bool = False) -> bool:
    """Whether somebody may report. What is open to the public (PQRSF) anybody may (DIG-011)."""
    return is_public or not reporting.authorised or is_authorised or level in reporting.levels


def too_early(reporting: Reporting, went_live_on: date | None, on: date) -> bool:
    """Whether a customer's systems are not in production yet by the contract; one that names no day is taken at its word (DIG-025)."""
    return reporting.in_production and went_live_on is not None and went_live_on > on


def taking(reporting: Reporting, channel: Channel | None, *, may: bool, in_contingency: bool) -> Taking:
    """What becomes of a caller; `channel` None is one that the manual does not name (in person). A contingency takes all (DIG-A7)."""
    if in_contingency or reporting.callers == "all":
        return Taking.OPEN
    if reporting.callers == "authorised":
        return Taking.OPEN if may else Taking.ASK_AUTHORISED
    return Taking.OPEN if channel is not None and channel.opens else Taking.ASK_FOR_MAIL
