"""What was said and what happened in a case, in one line of time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.console.views.of_work import words_of
from acuerdo.console.wording import Teller, within
from acuerdo.core.agreements import Agreement, said_on
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.files.models import StoredFile
from acuerdo.notifications.models import Outgoing
from acuerdo.people.models import Person
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT

#: Events that are shown as the message they carry.
SPOKEN = frozenset(
    [
        "ticket.opened",
        "ticket.customer_wrote",
        "ticket.automatic_reply",
        "ticket.responded",
        "ticket.noted",
        "ticket.resolved",
    ]
)
#: What the mails say that only tell that something happened, by what their keys begin with.
NOTED = {"ack": gettext_noop("Acuse enviado al cliente"), "times": gettext_noop("Nuevos plazos enviados al cliente")}
KINDS = {Message.Kind.CUSTOMER: "them", Message.Kind.NOTE: "note", Message.Kind.ANSWER: "us", Message.Kind.SOLUTION: "us"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a solution carries, by the manual's name for it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Post:
    """A message. `delivery` is what became of its mail: nothing, sent, waiting or refused."""

    pk: int
    kind: str
    author: str
    about: str
    at: datetime
    text: str
    quoted: str
    has_markup: bool
    is_solution: bool
    is_mine: bool
    evidence: tuple[Evidence, ...]
    files: tuple[StoredFile, ...]
    delivery: str = ""
    problem: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in a sentence."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Events between two messages, folded to one line."""

    events: tuple[Happened, ...]

    @property
    def summary(self) -> str:
        """Give their words in a row; the line is cut where it ends."""
        return " · ".join(event.words for event in self.events)


@dataclass(frozen=True)
class Story:
    """What a timeline is told from."""

    ticket: Ticket
    events: Sequence[Event]
    messages: Mapping[int, Message]
    files: Mapping[int, Sequence[StoredFile]]
    mails: Mapping[str, Outgoing]
    teller: Teller
    me: Person


SAID = Message.objects.select_related("person", "contact").annotate(
    has_files=Exists(Message.files.through.objects.filter(message=OuterRef("pk")))
)
#: Of one case by a question of its own: for PostgreSQL a list holds ten, and it would plan anew for each page.
SAID_IN = Prepared(lambda: SAID.filter(ticket=Given("ticket")))
SAID_IN_SEVERAL = Prepared(lambda: SAID.filter(ticket__any_of=Given("tickets")).select_related("ticket"))
SENT_WITH = Prepared(
    lambda: Message.files.through.objects.filter(message__any_of=Given("messages")).select_related("storedfile").order_by("storedfile")
)
MAILED = Prepared(
    lambda: Outgoing.objects.filter(subject_kind="ticket", subject_id__any_of=Given("tickets"), to=Given("to")).only(
        "key", "created_at", "sent_at", "refused_at", "problem", "to"
    )
)


def messages_of(ticket: Ticket, parts: Sequence[int] = ()) -> dict[int, Message]:
    """Read the messages of a case, and of those that became part of it, with their authors, and whether files came along."""
    said = SAID_IN_SEVERAL(tickets=[ticket.pk, *parts]) if parts else SAID_IN(ticket=ticket.pk)
    return {message.pk: message for message in said}


def files_of(messages: Iterable[Message]) -> dict[int, list[StoredFile]]:
    """Read what was sent with these messages of `messages_of`, by message; in no query where nothing was."""
    found: dict[int, list[StoredFile]] = {message.pk: [] for message in messages if message.has_files}  # type: ignore[attr-defined]  # as annotated
    for sent in SENT_WITH(messages=list(found)) if found else ():
        found[sent.message_id].append(sent.storedfile)
    return found


def mails_of(ticket: Ticket, parts: Sequence[int] = ()) -> dict[str, Outgoing]:
    """Read the mails to the case's customer by why they were sent (`answer-<event>`)."""
    return {mail.key: mail for mail in MAILED(tickets=[ticket.pk, *parts], to=ticket.contact.email)}


def timeline(story: Story) -> tuple[Post | Fold, ...]:
    """Tell it from the oldest to the newest; events between messages stand together."""
    told: list[Post | Fold] = []
    waiting: list[Happened] = []
    for event in story.events:
        message = story.messages.get(int(event.facts.get("message") or 0)) if event.kind in SPOKEN else None
        if message is not None:
            told += folded(waiting)
            waiting = []
            told.append(post(message, event, story))
        if event.subject_id == story.ticket.pk:
            waiting += happened(event, story)
    return (*told, *folded(waiting))


def with_said(events: Sequence[Event], parts: Sequence[int]) -> Sequence[Event]:
    """A case's log, and by time among it what was said in the cases that became part of it; what happened to those is theirs."""
    if not parts:
        return events
    said = [event for event in log_of(SUBJECT, *parts) if event.kind in SPOKEN]
    return sorted([*events, *said], key=lambda event: event.at)


def folded(waiting: list[Happened]) -> list[Fold]:
    """Fold what waits, if anything does."""
    return [Fold(tuple(waiting))] if waiting else []


def happened(event: Event, story: Story) -> Iterable[Happened]:
    """Tell an event, and the mails that only say that it happened."""
    words = words_of(event, story.teller) or story.teller.tell(event)
    if words:
        yield Happened(event.at, words)
    for key, noted in NOTED.items():
        mail = story.mails.get(f"{key}-{event.pk}")
        if mail is not None:
            said = _(noted)
            yield Happened(mail.sent_at or mail.created_at, said if mail.sent_at else f"{said}{state_of(mail)}")


def state_of(mail: Outgoing) -> str:
    """Say what became of a mail that is not out."""
    if mail.refused_at:
        return _(": el servidor de correo lo rechazó (%(problem)s)") % {"problem": mail.problem}
    return _(": en camino")


def post(message: Message, event: Event, story: Story) -> Post:
    """Show a message with what belongs to it."""
    names = {"ticket.responded": "answer", "ticket.resolved": "solution"}
    mail = story.mails.get(f"{names.get(event.kind, '')}-{event.pk}")
    return Post(
        pk=message.pk,
        kind=KINDS[Message.Kind(message.kind)],
        author=message.author_name or _("El sistema"),
        about=about(message, story.ticket, story.teller.agreement, automatic=event.kind == "ticket.automatic_reply"),
        at=message.at,
        text=message.text,
        quoted=message.quoted,
        has_markup=message.has_form,
        is_solution=message.kind == Message.Kind.SOLUTION,
        is_mine=message.person_id == story.me.pk,
        evidence=evidence(message, story.teller.agreement),
        files=tuple(story.files.get(message.pk, ())),
        delivery=delivery(mail),
        problem=mail.problem if mail else "",
        signature=message.signature,
    )


def about(message: Message, ticket: Ticket, agreement: Agreement, *, automatic: bool) -> str:
    """Say beside the author whence it came, or whom it went to."""
    if message.kind == Message.Kind.NOTE:
        return _("solo la ve la mesa")
    if message.kind != Message.Kind.CUSTOMER:
        if message.ticket_id != ticket.pk:
            return _("en el caso #%(number)s") % {"number": message.ticket.number}
        return _("a %(name)s") % {"name": ticket.contact.name}
    channel = within(agreement.label("channel", message.channel))
    by = _("respuesta automática por %(channel)s") if automatic else _("por %(channel)s")
    if message.ticket_id != ticket.pk:
        channel = _("%(channel)s, en el caso #%(number)s") % {"channel": channel, "number": message.ticket.number}
    customer = f"{ticket.organisation.name} · " if ticket.organisation else ""
    return f"{customer}{by % {'channel': channel}}"


def evidence(message: Message, agreement: Agreement) -> tuple[Evidence, ...]:
    """Label what a solution carries, or the points of a formal reply."""
    wanted, replied = agreement.closure.evidence, said_on(agreement.replies.values(), message.evidence)
    solved = tuple(
        Evidence(wanted[name].label if name in wanted else name, text) for name, text in message.evidence.items() if name not in replied
    )
    return (*(Evidence(label, text) for label, text in replied.values()), *solved)


def delivery(mail: Outgoing | None) -> str:
    """Say what became of the mail of an answer."""
    if mail is None:
        return ""
    return "refused" if mail.refused_at else "sent" if mail.sent_at else "waiting"
