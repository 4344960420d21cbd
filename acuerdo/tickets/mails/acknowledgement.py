"""The acknowledgement: the number, what was understood, by when each promise falls, what happens next, what silence means."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import target_in_words
from acuerdo.events.models import Event
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.times import Due, promises_of
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import agreement_for, terms_of
from acuerdo.ui.language import language

#: So many acknowledgements one address gets in one hour; a machine that answers us would get no end of them.
MOST, WITHIN = 20, timedelta(hours=1)


def acknowledge(event: Event, ticket: Ticket) -> None:
    """Acknowledge an opened case, unless a program sent it or its sender has had too many."""
    if event.facts.get("automatic") or too_many(ticket, event.at):
        return
    agreement = agreement_for(ticket)
    with in_language_of(ticket.contact):
        promises = promises_of(ticket, agreement, after=event.at)
        context = {
            "follows": ticket.follows,
            "promises": promises,
            "terms": terms_words(ticket, agreement, promises),
            "without_times": "" if promises else without_times(ticket),
            "understood": understood(ticket, agreement, int(event.facts.get("message", 0))),
            "silence": agreement.closure.silence_sentence if agreement.closure.auto_close else "",
        }
        post(
            ticket,
            Letter(
                key=f"ack-{event.pk}",
                words="acknowledgement",
                layout="acknowledgement",
                values={"plazo.frase": first(promises)},
                context=context,
                at=event.at,
            ),
        )


def too_many(ticket: Ticket, at: datetime) -> bool:
    """Whether this sender opened more than MOST cases within the last hour."""
    newest = Ticket.objects.filter(contact_id=ticket.contact_id, number__lte=ticket.number).order_by("-number")
    before = newest.values_list("opened_at", flat=True)[MOST : MOST + 1]
    return any(opened_at > at - WITHIN for opened_at in before)


def first(promises: list[Due]) -> str:
    """The first promise as a sentence that can stand in a title; empty where nothing is promised."""
    return promises[0].heading if promises else ""


def terms_words(ticket: Ticket, agreement: Agreement, promises: list[Due]) -> str:
    """Where the times come from: plan, classification, amounts and hours."""
    if not promises:
        return ""
    plan = str(ticket.facts.get("plan", ""))
    chosen = [
        f"{field.label}: {agreement.label(name, ticket.facts[name])}" for name, field in agreement.fields.items() if ticket.facts.get(name)
    ]
    rows = Clock.objects.filter(ticket=ticket, kind="promise").values_list("calendar", flat=True)
    hours = [agreement.calendars[name].label for name in dict.fromkeys(rows) if name in agreement.calendars]
    first = " · ".join([*([agreement.label("plan", plan)] if plan else []), *chosen])
    amounts = _(" y ").join(due.amount for due in promises)
    counted = _("Plazos: %(amounts)s. Horario: %(hours)s.") % {"amounts": amounts, "hours": "; ".join(map(lower_first, hours))}
    return f"{first}. {counted}" if first else counted


def lower_first(label: str) -> str:
    """A label inside a sentence."""
    return label[:1].lower() + label[1:]


def without_times(ticket: Ticket) -> str:
    """Why no time is promised yet; nothing is invented."""
    if ticket.doubt == "unknown":
        return _("Todavía no sabemos de qué organización nos escribe. En cuanto encontremos su plan, le decimos por aquí los plazos.")
    if ticket.doubt:
        return _("Todavía no encontramos el plan que cubre este caso. En cuanto lo encontremos, le decimos por aquí los plazos.")
    if waits := of_approved(ticket):
        return _("El plazo es de %(amount)s y empieza cuando se apruebe lo que pide. Una persona lo lee y le escribe por aquí.") % {
            "amount": waits
        }
    return _("El manual de esta mesa no fija un plazo para este caso. Una persona lo lee y le escribe por aquí.")


def of_approved(ticket: Ticket) -> str:
    """The amount of the promise that begins with the approvals a case needs (SGM-A5); empty where there is none."""
    terms = terms_of(ticket)
    owed = (terms.promise(rule.id, ticket.facts) for rule in terms.rules if rule.kind == "promise" and rule.starts == "ready")
    return next((target_in_words(promise.target, language()) for promise in owed if promise), "")


def understood(ticket: Ticket, agreement: Agreement, message_id: int) -> list[tuple[str, str]]:
    """What the desk made of the message, label and value; the classification is provisional and says so."""
    rows = [(_("Qué pasa"), ticket.subject)]
    facts = ticket.facts
    if facts.get("type"):
        rows.append((_("Qué es"), agreement.label("type", facts["type"])))
    if facts.get("item"):
        rows.append((_("Qué pide"), agreement.label("item", facts["item"])))
    product = ticket.product.name if ticket.product else agreement.label("product", facts["product"]) if facts.get("product") else ""
    if product:
        rows.append((_("Dónde"), product))
    chosen = [(field.label, agreement.label(name, facts[name])) for name, field in agreement.fields.items() if facts.get(name)]
    if chosen:
        rows.extend(chosen)
        by_them = any(name in ticket.proposed for name in agreement.fields)
        rows[-1] = (rows[-1][0], f"{rows[-1][1]}. {may_change(by_them=by_them)}")
    message = Message.objects.filter(pk=message_id, ticket=ticket).first()
    names = list(message.files.values_list("name", flat=True)) if message else []
    if names:
        rows.append((_("Archivos"), ", ".join(names)))
    return rows


def may_change(*, by_them: bool) -> str:
    """Whose word the classification is."""
    if by_them:
        return _("Lo propuso usted; si al revisar vemos otro nivel, le avisamos.")
    return _("Es provisional: si al revisar vemos otro nivel, le avisamos.")
