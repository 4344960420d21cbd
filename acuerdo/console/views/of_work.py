"""What work on a case brings, in the desk's sentences: teams, stages, waiting, dates, checks, tasks, approvals, corrections."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.console.wording import Teller
from acuerdo.events.models import Event
from acuerdo.tickets.wording import state_of_clock
from acuerdo.ui.moments import long, near_day

Facts = Mapping[str, Any]


def words_of(event: Event, teller: Teller) -> str:
    """Say it in a sentence; nothing for what is told elsewhere."""
    tell = OF_WORK.get(event.kind)
    return tell(event, event.facts, teller) if tell else ""


def status(event: Event, facts: Facts, teller: Teller) -> str:
    """Entered a status because of checks or approvals, or waiting for somebody; other reasons are told by the teller."""
    label, reason = teller.label_of_status(str(facts.get("status", ""))), str(facts.get("reason", ""))
    whys = {
        "checks": _("El caso pasa a «%(status)s» por las verificaciones"),
        "approval_asked": _("El caso espera la aprobación: «%(status)s»"),
        "approval_decided": _("Con la decisión el caso vuelve a «%(status)s»"),
        "planned": _("Llegó el día planeado: el caso vuelve a «%(status)s»"),
    }
    if reason in whys:
        return whys[reason] % {"status": label}
    said = {"who": teller.who(event), "status": label, "for": facts.get("waits_for", "")}
    if facts.get("waits_for"):
        words = _("%(who)s lo pasó a «%(status)s»: espera a %(for)s") % said
        expected = day_words(str(facts.get("expected", "")), teller)
        more = [_("para el %(day)s") % {"day": expected} if expected else "", str(facts.get("reference", ""))]
        more.append(reason if reason != facts.get("waits_for") else "")
        return " · ".join([words, *(each for each in more if each)])
    if facts.get("planned"):
        when = {**said, "when": day_words(str(facts["planned"]), teller)}
        return teller.because(_("%(who)s lo planeó para el %(when)s") % when, facts)
    return ""


def assigned(event: Event, facts: Facts, teller: Teller) -> str:
    """Given by a rule, to a substitute, or with a word; else told by the teller."""
    to, instead = facts.get("to"), facts.get("instead_of")
    said = {"who": teller.who(event), "to": teller.people.get(int(to or 0), _("alguien")), "note": facts.get("note", "")}
    if facts.get("rule"):
        return _("Por las reglas de reparto lo tiene %(to)s") % said
    if instead:
        said["away"] = teller.people.get(instead, _("quien está ausente"))
        words = _("%(who)s lo asignó a %(to)s, que reemplaza a %(away)s") % said
        return f"{words}: {said['note']}" if said["note"] else words
    if said["note"]:
        return _("%(who)s lo entregó a %(to)s: %(note)s") % said if to else _("%(who)s lo dejó sin responsable: %(note)s") % said
    return ""


def team_set(event: Event, facts: Facts, teller: Teller) -> str:
    """Given to a team, or to none."""
    said = {"who": teller.who(event), "team": facts.get("name", "")}
    if not facts.get("team"):
        return teller.because(_("%(who)s lo dejó sin equipo") % said, facts)
    if facts.get("rule"):
        return _("Por las reglas de reparto es del equipo %(team)s") % said
    return teller.because(_("%(who)s lo pasó al equipo %(team)s") % said, facts)


def stage_entered(event: Event, facts: Facts, teller: Teller) -> str:
    """Entered a stage."""
    stages = {name: stage.label for named in teller.agreement.statuses.values() for name, stage in named.stages.items()}
    stage = str(facts.get("stage", ""))
    return teller.because(
        _("%(who)s lo pasó a la etapa «%(stage)s»") % {"who": teller.who(event), "stage": stages.get(stage, stage)}, facts
    )


def promised(event: Event, facts: Facts, teller: Teller) -> str:
    """A date, or another in its place."""
    rule = teller.agreement.clocks.get(str(facts.get("clock", "")))
    said = {
        "who": teller.who(event),
        "clock": rule.label if rule else facts.get("clock", ""),
        "date": day_words(str(facts.get("date", "")), teller),
        "before": day_words(str(facts.get("before", "")), teller),
    }
    if said["before"]:
        return teller.because(_("%(who)s movió «%(clock)s» del %(before)s al %(date)s") % said, facts)
    return teller.because(_("%(who)s prometió «%(clock)s» para el %(date)s") % said, facts)


def checklist_begun(event: Event, facts: Facts, teller: Teller) -> str:
    """A list of checks."""
    return _("%(who)s empezó la lista «%(label)s»") % {"who": teller.who(event), "label": facts.get("label", "")}


def check_done(event: Event, facts: Facts, teller: Teller) -> str:
    """A check was made, or does not apply."""
    said = {"who": teller.who(event), "text": str(facts.get("text", "")).rstrip(".")}
    words = _("%(who)s: no aplica «%(text)s»") % said if facts.get("skipped") else _("%(who)s verificó «%(text)s»") % said
    return f"{words}: {facts['note']}" if facts.get("note") else words


def task_added(event: Event, facts: Facts, teller: Teller) -> str:
    """Something to do."""
    return _("%(who)s creó la tarea «%(text)s»") % {"who": teller.who(event), "text": facts.get("text", "")}


def task_done(event: Event, facts: Facts, teller: Teller) -> str:
    """Done, or open again."""
    said = {"who": teller.who(event), "text": facts.get("text", "")}
    return _("%(who)s volvió a abrir la tarea «%(text)s»") % said if facts.get("again") else _("%(who)s hizo la tarea «%(text)s»") % said


def approval_asked(event: Event, facts: Facts, teller: Teller) -> str:
    """Somebody is asked."""
    said = {"who": teller.who(event), "of": facts.get("of", ""), "amount": facts.get("amount", "")}
    return (
        _("%(who)s pidió la aprobación de %(of)s (%(amount)s)") % said
        if said["amount"]
        else _("%(who)s pidió la aprobación de %(of)s") % said
    )


def approval_decided(event: Event, facts: Facts, teller: Teller) -> str:
    """How it came out, by whom it was said or written down."""
    committee = facts.get("asks") == "committee"
    said = {"who": teller.who(event), "what": _("el comité") if committee else _("el cliente")}
    words = {
        "approved": _("%(who)s registró que %(what)s aprobó") % said,
        "rejected": _("%(who)s registró que %(what)s no aprobó") % said,
        "withdrawn": _("%(who)s retiró la aprobación pedida") % said,
        "waived": _("%(who)s decidió que no hace falta cotización") % said,
    }
    if event.actor_kind == "contact":
        words |= {"approved": _("%(who)s aprobó la propuesta") % said, "rejected": _("%(who)s no aprobó la propuesta") % said}
    told = words.get(str(facts.get("decision", "")), "")
    return teller.because(f"{told} · {facts['minutes']}" if facts.get("minutes") else told, facts)


def terms(event: Event, facts: Facts, teller: Teller) -> str:
    """Other terms."""
    before = facts.get("before", {})
    plan, was = (teller.agreement.label("plan", str(name or "")) for name in (facts.get("plan"), before.get("plan")))
    new = " · ".join(part for part in (str(facts.get("version", "")), plan) if part)
    old = " · ".join(part for part in (str(before.get("version", "")), was) if part)
    said = {"who": teller.who(event), "new": new, "old": old}
    return teller.because(_("%(who)s reevaluó el caso con %(new)s (antes %(old)s)") % said, facts)


def corrected(event: Event, facts: Facts, teller: Teller) -> str:
    """A time or a state was put right; both stay visible."""
    if facts.get("what") == "ready":
        return _("El trabajo cuenta como listo desde el %(time)s") % {"time": day_words(str(facts.get("time", "")), teller)}
    said = {"who": teller.who(event), "was": "", "now": ""}
    if facts.get("clock"):
        rule = teller.agreement.clocks.get(str(facts["clock"]))
        said |= {"clock": rule.label if rule else str(facts["clock"])}
        said |= {"was": state_of_clock(str(facts.get("was", ""))), "now": state_of_clock(str(facts.get("state", "")))}
        return teller.because(_("%(who)s corrigió «%(clock)s» de %(was)s a %(now)s") % said, facts)
    said |= {"was": day_words(str(facts.get("was", "")), teller), "now": day_words(str(facts.get("time", "")), teller)}
    return teller.because(_("%(who)s corrigió la hora de un hecho: del %(was)s al %(now)s") % said, facts)


def day_words(said: str, teller: Teller) -> str:
    """A day, or a day and an hour, as people read them; nothing for nothing."""
    if not said:
        return ""
    if len(said) == len("2026-11-20"):
        return near_day(date.fromisoformat(said))
    moment = datetime.fromisoformat(said)
    return long(moment, moment, teller.agreement.zone)


OF_WORK: Mapping[str, Callable[[Event, Facts, Teller], str]] = {
    "ticket.status": status,
    "ticket.assigned": assigned,
    "ticket.team_set": team_set,
    "ticket.stage_entered": stage_entered,
    "ticket.promised": promised,
    "ticket.checklist_begun": checklist_begun,
    "ticket.check_done": check_done,
    "ticket.task_added": task_added,
    "ticket.task_done": task_done,
    "ticket.approval_asked": approval_asked,
    "ticket.approval_decided": approval_decided,
    "ticket.terms": terms,
    "ticket.corrected": corrected,
}
