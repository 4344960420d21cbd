"""What the page of a case reads."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from acuerdo.core.agreements import MISSING, Agreement, Ask, Need, needs_of, reasons_of
from acuerdo.customers.models import Contact
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.files.models import StoredFile
from acuerdo.portal.queries.area import ASKED
from acuerdo.tickets.actions.return_to_customer import RETURNED
from acuerdo.tickets.models import Draft, Message, Ticket

#: What customer and desk said to each other, also in the cases that became part of this one: never an internal note.
SAID_IN = Prepared(
    lambda: (
        Message.objects.filter(ticket__in=Ticket.objects.filter(Q(pk=Given("ticket")) | Q(merged_into=Given("ticket"))))
        .exclude(kind=Message.Kind.NOTE)
        .select_related("person", "contact")
        .annotate(has_files=Exists(Message.files.through.objects.filter(message=OuterRef("pk"))))
    )
)
SENT_WITH = Prepared(
    lambda: Message.files.through.objects.filter(message__any_of=Given("messages")).select_related("storedfile").order_by("storedfile")
)
BEGUN = Prepared(
    lambda: Draft.objects.filter(person=Given("person"), ticket=Given("ticket"), kind=Draft.Kind.CUSTOMER).order_by("-saved_at")[:1]
)


def conversation(ticket: Ticket) -> Sequence[Message]:
    """The public messages with their authors, and whether files came along."""
    return SAID_IN(ticket=ticket.pk)


def files_of(messages: Iterable[Message]) -> dict[int, list[StoredFile]]:
    """What was sent with these messages of a conversation, by message; in no query where nothing was."""
    found: dict[int, list[StoredFile]] = {message.pk: [] for message in messages if message.has_files}  # type: ignore[attr-defined]  # as annotated
    for sent in SENT_WITH(messages=list(found)) if found else ():
        found[sent.message_id].append(sent.storedfile)
    return found


def draft_in(ticket: Ticket, contact: Contact) -> Draft | None:
    """What this contact has begun to write in a case and not sent."""
    return BEGUN.first(person=contact.person_id, ticket=ticket.pk)


def last_solution(ticket: Ticket) -> Message | None:
    """The solution delivered last."""
    return ticket.messages.filter(kind=Message.Kind.SOLUTION).select_related("person").order_by("-pk").first()


def in_full(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """With all that the page of a case shows."""
    shown = ("manual", "contact", "assignee", "merged_into", "organisation", "product", "contract", "follows")
    return cases.select_related(*shown).defer("manual__text", "manual__holidays").annotate(asks=Exists(ASKED))


def case_of(cases: QuerySet[Ticket]) -> Ticket | None:
    """The one case that is left of these, with all its page shows."""
    return in_full(cases).first()


_OWN = Prepared(lambda: in_full(Ticket.objects.filter(contact=Given("contact"), number=Given("number"))))
_OF_THEIRS = Prepared(
    lambda: in_full(Ticket.objects.filter(Q(contact=Given("contact")) | Q(organisation_id=Given("organisation")), number=Given("number")))
)


def case_seen_by(contact: Contact, number: int) -> Ticket | None:
    """The case of this number, with all its page shows, if it is one that this contact may see, as `of_contact` says."""
    if contact.organisation_id:
        return _OF_THEIRS.first(contact=contact.pk, organisation=contact.organisation_id, number=number)
    return _OWN.first(contact=contact.pk, number=number)


def missing_in(ticket: Ticket, agreement: Agreement) -> tuple[Need, ...]:
    """The points that a returned case waits for: those found missing, in the manual's order, then the manual's other reasons (VPN)."""
    if ticket.status != "waiting_customer":
        return ()
    waited = [name for name, entry in ticket.information.items() if entry.get("state") == MISSING and entry.get("reason") == RETURNED]
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    demanded = {need.id: need for need in needs_of(kind, ticket.facts)}
    others = {name: Need(name, label, Ask("text")) for name, label in reasons_of(kind, ticket.facts).items()}
    known = {**others, **demanded}
    return tuple(known[name] for name in waited if name in known)


def answered_in(said: Collection[str], ticket: Ticket, agreement: Agreement) -> tuple[Need, ...]:
    """The points that a form brought although the case waits for none any more: sent twice, or overtaken by the desk."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    return tuple(need for need in needs_of(kind, ticket.facts) if any(name.startswith(f"p-{need.id}") for name in said))
