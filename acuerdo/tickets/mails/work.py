"""What work on a case tells people: a date promised, checks that are theirs, tasks, a team's new case, a day that has come, a decision."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.core.agreements import Agreement
from acuerdo.events.models import Event
from acuerdo.people.models import Person
from acuerdo.tickets.actions.check_off import CHECKS
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.desk import beginning, tell
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.whom import responsible
from acuerdo.tickets.models import Approval, Check, Task, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for
from acuerdo.ui.moments import long, near_day


def mail_promised(event: Event, ticket: Ticket) -> None:
    """Tell the date and its reason, unless the same mail did (a formal reply); a date that moved again since is told by its own mail."""
    if event.facts.get("message") or moved_since(event):
        return
    with in_language_of(ticket.contact):
        agreement, before = agreement_for(ticket), str(event.facts.get("before", ""))
        rule = agreement.clocks.get(str(event.facts["clock"]))
        moves = moves_of(event)
        pairs = [
            (rule.label if rule else _("Fecha"), day_words(str(event.facts["date"]), agreement, event.at)),
            (_("Antes era"), day_words(before, agreement, event.at) if before else ""),
            (_("Veces que se ha movido"), str(moves) if moves else ""),
        ]
        context = {
            "rows": [(label, value) for label, value in pairs if value],
            "paragraphs": paragraphs(str(event.facts.get("reason", ""))),
        }
        post(ticket, Letter(key=f"promised-{event.pk}", words="promised", at=event.at, context=context))


def day_words(said: str, agreement: Agreement, now: datetime) -> str:
    """A promised date as a customer reads it: a day, or a day and an hour."""
    if len(said) == len("2026-11-20"):
        return near_day(date.fromisoformat(said))
    return long(datetime.fromisoformat(said), now, agreement.zone)


def promises_before(event: Event) -> Iterable[Event]:
    """What was promised for the same clock in this case."""
    log = Event.objects.filter(subject_kind=SUBJECT, subject_id=event.subject_id, kind="ticket.promised")
    return log.filter(facts__clock=event.facts["clock"])


def moves_of(event: Event) -> int:
    """How often the date has moved up to this."""
    return sum(each.position <= event.position for each in promises_before(event)) - 1


def moved_since(event: Event) -> bool:
    """Whether a later promise for the same clock took its place."""
    return any(each.position > event.position for each in promises_before(event))


def mail_checks(event: Event, ticket: Ticket) -> None:
    """Ask for the checks that are due, in their order; those that were made meanwhile are left out."""
    checks = Check.objects.filter(pk__in=event.facts["checks"], checklist__ticket=ticket, state="").order_by("place")
    if not checks:
        return
    with in_language_of(ticket.contact):
        rows = [(f"{place}. {check.owner}", words_of(check)) for place, check in enumerate(checks, start=1)]
        context = {"rows": rows, "button_words": _("Ver y marcar")}
        post(ticket, Letter(key=f"checks-{event.pk}", words="checks", at=event.at, context=context))


def words_of(check: Check) -> str:
    """What to verify, and when only."""
    return f"{check.text} ({check.when})" if check.when else check.text


def tell_of_checks(event: Event, ticket: Ticket) -> None:
    """Say that the customer has made their checks: the case is the desk's again."""
    if event.facts.get("reason") != CHECKS or event.facts.get("status") != "in_progress" or event.actor_kind != "contact":
        return
    said = {"number": ticket.number, "who": ticket.contact.name}
    text = gettext_lazy("%(who)s terminó sus verificaciones del caso #%(number)s. Siguen las de la mesa.")
    tell(responsible(ticket), event, ticket, kind="wrote", text=text, facts=said, subject=ticket.subject)


def tell_of_task(event: Event, ticket: Ticket) -> None:
    """Say what is to be done, to who is to do it."""
    task = Task.objects.select_related("assignee").filter(pk=event.facts["task"], done_at=None).first()
    if task is None or task.assignee is None:
        return
    said = {"number": ticket.number, "text": beginning(task.text)}
    text, subject = gettext_lazy("Tiene una tarea en el caso #%(number)s: %(text)s"), gettext_lazy("Nueva tarea")
    tell([task.assignee], event, ticket, kind="task", text=text, facts=said, subject=subject)


def tell_team(event: Event, ticket: Ticket) -> None:
    """Say to a team that a case is theirs, while none of them has it."""
    if ticket.team is None or ticket.assignee_id or ticket.team_id != event.facts.get("team"):
        return
    members: list[Person] = [person for person in ticket.team.members.all() if person.is_active]
    said = {"number": ticket.number, "subject": ticket.subject, "team": ticket.team.name}
    text = gettext_lazy("El caso #%(number)s es del equipo %(team)s y nadie lo tiene todavía: %(subject)s")
    tell(members, event, ticket, kind="team", text=text, facts=said, subject=gettext_lazy("Caso de su equipo"))


def tell_of_day(event: Event, ticket: Ticket) -> None:
    """Say that what was planned is to be done now."""
    said = {"number": ticket.number, "subject": ticket.subject}
    text, subject = gettext_lazy("Llegó el día planeado del caso #%(number)s: %(subject)s"), gettext_lazy("Trabajo planeado")
    tell(responsible(ticket), event, ticket, kind="woken", text=text, facts=said, subject=subject)


def tell_of_decision(event: Event, ticket: Ticket) -> None:
    """Say what the customer or the committee decided."""
    approval = Approval.objects.filter(pk=event.facts["approval"], decision__in=["approved", "rejected"]).first()
    if approval is None:
        return
    said = {"number": ticket.number, "of": approval.of, "reason": beginning(approval.reason)}
    yes = approval.decision == Approval.Decision.APPROVED
    text = gettext_lazy("%(of)s aprobó lo pedido en el caso #%(number)s.")
    if not yes:
        text = gettext_lazy("%(of)s no aprobó lo pedido en el caso #%(number)s: %(reason)s")
    tell(responsible(ticket), event, ticket, kind="decided", text=text, facts=said, subject=gettext_lazy("Decisión"))
