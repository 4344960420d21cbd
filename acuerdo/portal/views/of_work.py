"""What work on a case brings, in sentences for its customer: stages, dates, checks, approvals, corrections."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.ui.moments import long, near_day

Facts = Mapping[str, object]
Told = tuple[str, str]


def staged(facts: Facts, agreement: Agreement) -> Told:
    """A stage, in the manual's sentence for customers."""
    stages = {name: stage for named in agreement.statuses.values() for name, stage in named.stages.items()}
    stage = stages.get(str(facts.get("stage", "")))
    return "progress-check", (stage.sentence or stage.label).rstrip(".") if stage else ""


def promised(facts: Facts, agreement: Agreement) -> Told:
    """A date, and the one it takes the place of."""
    said = {"date": date_words(str(facts.get("date", "")), agreement), "reason": str(facts.get("reason", ""))}
    moved = bool(facts.get("before"))
    words = _("Movimos la fecha prometida al %(date)s: %(reason)s") if moved else _("Prometimos una fecha: %(date)s")
    return "calendar-event", words % said


def date_words(said: str, agreement: Agreement) -> str:
    """A promised date: a day, or a day and an hour."""
    if len(said) == len("2026-11-20"):
        return near_day(date.fromisoformat(said))
    moment = datetime.fromisoformat(said)
    return long(moment, moment, agreement.zone)


def checks_begun(facts: Facts, _agreement: Agreement) -> Told:
    """A list of checks."""
    return "list-check", _("Empezamos las verificaciones de «%(label)s»") % {"label": facts.get("label", "")}


def check_done(facts: Facts, _agreement: Agreement) -> Told:
    """A check was made, or does not apply."""
    words = _("No aplica: %(text)s") if facts.get("skipped") else _("Verificado: %(text)s")
    return "circle-check", words % {"text": str(facts.get("text", "")).rstrip(".")}


def approval_asked(facts: Facts, _agreement: Agreement) -> Told:
    """A committee was asked; what the customer is asked stands in the conversation."""
    return ("gavel", _("Pedimos la aprobación de %(of)s") % {"of": facts.get("of", "")}) if facts.get("asks") == "committee" else ("", "")


def approval_decided(facts: Facts, _agreement: Agreement) -> Told:
    """What was decided."""
    decision, reason = str(facts.get("decision", "")), str(facts.get("reason", ""))
    if facts.get("asks") == "committee":
        words = {"approved": _("El comité aprobó la solicitud"), "rejected": _("El comité no aprobó la solicitud: %(reason)s")}
    else:
        words = {"approved": _("Usted aprobó la propuesta"), "rejected": _("Usted no aprobó la propuesta: %(reason)s")}
    return "gavel", words.get(decision, "") % {"reason": reason}


def re_termed(facts: Facts, _agreement: Agreement) -> Told:
    """Other terms."""
    return "scale", _("El caso se evalúa ahora con otros términos: %(reason)s") % {"reason": facts.get("reason", "")}


def corrected(facts: Facts, _agreement: Agreement) -> Told:
    """A time or a state put right; the manual's own reading of when work may start is no correction of anybody."""
    if facts.get("what") == "ready":
        return "", ""
    return "clock-edit", _("Corregimos un tiempo registrado: %(reason)s") % {"reason": facts.get("reason", "")}


OF_WORK: Mapping[str, Callable[[Facts, Agreement], Told]] = {
    "ticket.stage_entered": staged,
    "ticket.promised": promised,
    "ticket.checklist_begun": checks_begun,
    "ticket.check_done": check_done,
    "ticket.approval_asked": approval_asked,
    "ticket.approval_decided": approval_decided,
    "ticket.terms": re_termed,
    "ticket.corrected": corrected,
}
