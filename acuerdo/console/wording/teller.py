"""Telling what happened to one case."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.console.wording.fixed import MANY, NOBODYS_CHILD, REPORTING
from acuerdo.core.agreements import Agreement
from acuerdo.events.models import Event
from acuerdo.tickets.models import INVERSE, Link
from acuerdo.tickets.wording import ENDING, ended


class Teller:
    """Tells what happened to one case. `people` names those who acted, by id; `contacts` the customer's."""

    def __init__(self, agreement: Agreement, people: Mapping[int, str], contacts: Mapping[int, str]) -> None:
        self.agreement = agreement
        self.people = people
        self.contacts = contacts

    def who(self, event: Event) -> str:
        """Name the author of an event."""
        if event.actor_kind == "system" or event.actor_id is None:
            return _("El sistema")
        names = self.contacts if event.actor_kind == "contact" else self.people
        return names.get(event.actor_id) or self.people.get(event.actor_id) or _("Alguien")

    def tell(self, event: Event) -> str:
        """Say it in a sentence; nothing for what the timeline shows otherwise (messages) or what nobody needs to read."""
        if event.kind in MANY:
            return self.many(event)
        if event.kind in REPORTING:
            return self.because(_(REPORTING[event.kind]) % {"who": self.who(event)}, {"reason": ", ".join(event.facts.get("tags", ()))})
        if event.kind in ENDING:
            return ended(event.kind, event.facts, self.who(event))
        told = getattr(self, event.kind.removeprefix("ticket."), None) if event.kind.startswith("ticket.") else None
        return told(event, event.facts) if told else ""

    def time_entered(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Minutes were noted."""
        return _("%(who)s anotó %(minutes)s min") % {"who": self.who(event), "minutes": facts.get("minutes")}

    def time_changed(self, event: Event, facts: Mapping[str, Any]) -> str:
        """They were put right."""
        said = {"who": self.who(event), "before": facts.get("before", {}).get("minutes"), "minutes": facts.get("minutes")}
        return _("%(who)s corrigió %(before)s min a %(minutes)s min") % said

    def time_removed(self, event: Event, facts: Mapping[str, Any]) -> str:
        """They were taken away."""
        return _("%(who)s quitó %(minutes)s min") % {"who": self.who(event), "minutes": facts.get("minutes")}

    def followed(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Who follows it."""
        if facts.get("contact"):
            words = _("%(who)s quitó de las copias a %(contact)s") if facts.get("ends") else _("%(who)s puso en copia a %(contact)s")
            return words % {"who": self.who(event), "contact": self.contacts.get(int(facts["contact"])) or _("alguien del cliente")}
        return (_("%(who)s ya no sigue el caso") if facts.get("ends") else _("%(who)s sigue el caso")) % {"who": self.who(event)}

    def many(self, event: Event) -> str:
        """What happened between this case and another."""
        kind = Link.Kind(event.facts["link"]) if "link" in event.facts else None
        link = (INVERSE[kind] if event.facts.get("inverse") else kind.label) if kind else ""
        words = MANY[event.kind] if event.kind != "ticket.parent" or event.facts.get("number") else NOBODYS_CHILD
        return _(words) % {"who": self.who(event), "number": event.facts.get("number"), "link": link}

    def stopped(self, event: Event) -> str:
        """Say who did what stopped a clock: «Respondió Marcela Ibarra»."""
        who = {"who": self.who(event)}
        if event.kind == "ticket.responded":
            return _("Respondió %(who)s") % who
        if event.kind == "ticket.resolved":
            return _("Solucionó %(who)s") % who
        return _("Cumplió %(who)s") % who if event.kind == "ticket.reached" else _("Se detuvo")

    def rated(self, _event: Event, facts: Mapping[str, Any]) -> str:
        """The customer said how it was."""
        survey, value = self.agreement.survey, str(facts.get("value", ""))
        label = survey.faces[value].label if survey and value in survey.faces else value
        return _("El cliente calificó el servicio: %(label)s") % {"label": label}

    def opened(self, _event: Event, facts: Mapping[str, Any]) -> str:
        """Received and numbered."""
        channel = self.agreement.label("channel", str(facts.get("channel", "")))
        said = _("Caso %(number)s radicado por %(channel)s") % {"number": f"#{facts.get('number')}", "channel": within(channel)}
        given = self.values(facts.get("facts", {}))
        provisional = _(" · clasificación provisional: %(facts)s") % {"facts": given} if given else ""
        return f"{said}{provisional}"

    def classified(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Facts decided, or the customer found."""
        if facts.get("reason") == "customer":
            plan = str(facts.get("facts", {}).get("plan", ""))
            label = self.agreement.label("plan", plan) if plan else _("sin contrato vigente")
            return _("%(who)s le asignó el cliente: %(plan)s") % {"who": self.who(event), "plan": label}
        said = _("%(who)s clasificó: %(facts)s") % {"who": self.who(event), "facts": self.changes(facts)}
        return self.because(said, facts)

    def status(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Entered a status."""
        label = self.label_of_status(str(facts.get("status", "")))
        if facts.get("reason") == "customer_wrote":
            return _("El cliente respondió: el caso vuelve a «%(status)s»") % {"status": label}
        said = _("%(who)s lo pasó a «%(status)s»") % {"who": self.who(event), "status": label}
        return said if facts.get("reason") == "returned" else self.because(said, facts)

    def reached(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Reached a milestone of the manual."""
        milestone = str(facts.get("milestone", ""))
        label = self.agreement.milestones.get(milestone, milestone)
        return _("%(who)s alcanzó el hito «%(milestone)s»") % {"who": self.who(event), "milestone": label}

    def promised(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Promised a date."""
        said = _("%(who)s comprometió una fecha: %(date)s") % {"who": self.who(event), "date": facts.get("date", "")}
        return self.because(said, facts)

    def assigned(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Given to somebody, taken, or let go."""
        to = facts.get("to")
        if to is None:
            return _("%(who)s lo dejó sin responsable") % {"who": self.who(event)}
        if to == event.actor_id and event.actor_kind == "person":
            return _("%(who)s tomó el caso") % {"who": self.who(event)}
        return _("%(who)s lo asignó a %(to)s") % {"who": self.who(event), "to": self.people.get(to, _("alguien"))}

    def level_raised(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Raised up the ladder."""
        ladder = self.agreement.ladder
        level = str(facts.get("level", ""))
        label = ladder.steps[level].label if ladder and level in ladder.steps else level
        said = _("%(who)s lo escaló a %(level)s") % {"who": self.who(event), "level": label}
        return self.because(said, facts)

    def reopened(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Work again."""
        if facts.get("rejected"):
            return _("El cliente rechazó la solución: el caso se reabrió")
        if facts.get("reason") == "customer_wrote":
            return _("El cliente escribió: el caso se reabrió")
        return _("%(who)s retomó el caso") % {"who": self.who(event)}

    def closed(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Ended."""
        closed_as = str(facts.get("closed_as", ""))
        if closed_as == "approved":
            return _("El cliente aprobó la solución: caso cerrado")
        if closed_as == "silence":
            label = self.agreement.closure.silence_counts_as
            return _("El plazo de validación pasó sin respuesta: %(how)s") % {"how": label or _("caso cerrado")}
        label = self.agreement.closure.reasons.get(closed_as, closed_as)
        return self.because(_("%(who)s cerró el caso: %(how)s") % {"who": self.who(event), "how": label}, facts)

    def cancelled(self, event: Event, facts: Mapping[str, Any]) -> str:
        """Withdrawn."""
        return self.because(_("%(who)s anuló el caso") % {"who": self.who(event)}, facts)

    def checks_asked(self, event: Event, _facts: Mapping[str, Any]) -> str:
        """The customer was asked to verify."""
        return _("%(who)s pidió al cliente que verifique la solución") % {"who": self.who(event)}

    def reminded(self, _event: Event, _facts: Mapping[str, Any]) -> str:
        """The customer was reminded."""
        return _("Recordatorio al cliente: la solución espera su respuesta")

    def clock_warned(self, _event: Event, facts: Mapping[str, Any]) -> str:
        """A share of a promise passed."""
        rule = self.agreement.clocks.get(str(facts.get("clock", "")))
        label = rule.label if rule else facts.get("clock", "")
        share = str(facts.get("share", ""))
        if share == "1":
            return _("Se venció «%(clock)s»") % {"clock": label}
        return _("Pasó el %(share)s %% de «%(clock)s»") % {"share": percent(share), "clock": label}

    def changes(self, facts: Mapping[str, Any]) -> str:
        """Write the facts that changed, with what they were before."""
        before, said = facts.get("before", {}), []
        for fact, value in facts.get("facts", {}).items():
            old = self.agreement.label(fact, str(before.get(fact, "")))
            new = self.agreement.label(fact, str(value)) or _("sin decidir")
            was = _(" (antes %(old)s)") % {"old": old} if old else ""
            said.append(f"{self.name_of(fact)} {new}{was}")
        return ", ".join(said)

    def values(self, facts: Mapping[str, Any]) -> str:
        """Write facts by their labels."""
        return ", ".join(self.agreement.label(fact, str(value)) for fact, value in facts.items() if value)

    def name_of(self, fact: str) -> str:
        """Name a fact."""
        names = {"type": _("Tipo"), "item": _("Ítem"), "product": _("Producto"), "plan": _("Plan")}
        return self.agreement.fields[fact].label if fact in self.agreement.fields else names.get(fact, fact)

    def label_of_status(self, status: str) -> str:
        """Name a status as the manual does."""
        names = self.agreement.statuses
        return names[status].label if status in names else status

    @staticmethod
    def because(said: str, facts: Mapping[str, Any]) -> str:
        """Add the reason that was given."""
        reason = str(facts.get("reason", "")).strip()
        return f"{said}: {reason}" if reason else said


def within(name: str) -> str:
    """Write a name inside a sentence: «Correo electrónico» with a small letter, «SAC» and «WhatsApp Business» as they are."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def percent(share: str) -> str:
    """Write a share kept as a fraction: 4/5 is 80."""
    part, _slash, whole = share.partition("/")
    return f"{100 * float(part) / float(whole or 1):g}" if part.replace(".", "").isdigit() else share
