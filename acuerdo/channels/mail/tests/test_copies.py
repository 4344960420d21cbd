"""People in copy of a customer's mail: who follows its case, who never does, and what they then read and write."""

import pytest

from acuerdo.channels.mail.actions import keep_copies
from acuerdo.channels.mail.tests.letters import MAILBOX, letter, take
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.models import Ticket, Watcher
from acuerdo.tickets.tests.reacting import react_all

LUIS = "Luis Prada <luis@santa-aurelia.example>"


@pytest.fixture
def luis(clinic):
    return Contact.objects.create(organisation=clinic, name="Luis Prada", email="luis@santa-aurelia.example")


def watchers(case):
    found = Watcher.objects.filter(ticket=case).select_related("person", "contact").order_by("pk")
    return [(each.person or each.contact).email for each in found]


def test_a_colleague_in_copy_has_a_copy_of_the_answer(diana, luis, agent, now):
    case = take(letter(Cc=LUIS), at=now).ticket
    react_all()
    assert Outgoing.objects.filter(to=luis.email).count() == 0  # the receipt is for who wrote

    answer(case.pk, "Ya lo vemos", by=as_actor(agent), at=now)
    react_all()

    assert watchers(case) == [luis.email]
    assert [mail.key.partition("-")[0] for mail in Outgoing.objects.filter(to=luis.email)] == ["copy"]


def test_a_colleague_whom_nobody_knew_is_met_by_the_domain(diana, now):
    case = take(letter(to=f"{MAILBOX}, Marta Ruiz <marta@santa-aurelia.example>"), at=now).ticket

    marta = Contact.objects.get(email="marta@santa-aurelia.example")
    assert (marta.name, marta.organisation, watchers(case)) == ("Marta Ruiz", diana.organisation, [marta.email])


def test_people_of_the_desk_in_copy_follow_it_as_themselves(diana, agent, now):
    case = take(letter(Cc=f"{agent.name} <{agent.email}>"), at=now).ticket

    assert (Watcher.objects.get(ticket=case).person, Contact.objects.filter(email=agent.email).exists()) == (agent, False)


def test_strangers_another_customers_people_and_who_left_the_desk_are_never_added_nor_written_to(
    diana, organisation_of, person_of, agent, now
):
    rival = organisation_of("Otra", domain="otra.example")
    Contact.objects.create(organisation=rival, name="Rita", email="rita@otra.example")
    gone = person_of("agent", "Se Fue", is_active=False)
    copied = f"rita@otra.example, nuevo@otra.example, alguien@gmail.com, no-reply@santa-aurelia.example, {gone.email}"

    case = take(letter(Cc=copied), at=now).ticket
    answer(case.pk, "Ya lo vemos", by=as_actor(agent), at=now)
    react_all()

    assert watchers(case) == []
    assert not Contact.objects.filter(email__in=["nuevo@otra.example", "alguien@gmail.com"]).exists()
    assert set(Outgoing.objects.exclude(to=agent.email).values_list("to", flat=True)) <= {diana.email}


def test_of_a_case_of_nobody_known_only_the_desks_people_follow(luis, agent, now):
    case = take(letter(sender="Alguien <alguien@gmail.com>", Cc=f"{LUIS}, {agent.email}"), at=now, sender="alguien@gmail.com").ticket

    assert watchers(case) == [agent.email]


def test_the_desks_own_mailbox_in_copy_follows_nothing(clinic, diana, now):
    clinic.domains.create(domain="testserver")

    assert watchers(take(letter(Cc="soporte+c7@testserver, soporte@testserver"), at=now).ticket) == []


def test_who_is_in_copy_answers_all_and_is_heard_as_themselves_in_the_same_case(diana, luis, agent, now):
    case = take(letter(Cc=LUIS), at=now).ticket
    answer(case.pk, "¿Desde cuándo?", by=as_actor(agent), at=now)
    react_all()
    copy = Outgoing.objects.get(to=luis.email)

    kept = take(
        letter("Re: El IVR", "Desde el lunes.", sender=LUIS, Cc=diana.email, message_id="<l@x>", answers=copy.message_id),
        at=now,
        sender=luis.email,
    )
    react_all()

    assert (kept.outcome, kept.ticket, kept.message.contact, Ticket.objects.count()) == ("joined", case, luis, 1)
    assert watchers(case) == [luis.email]  # whose case it is follows it anyway


def test_an_automatic_reply_to_a_copy_adds_nobody_and_is_answered_by_nothing(diana, luis, agent, now):
    case = take(letter(Cc=LUIS), at=now).ticket
    answer(case.pk, "Ya lo vemos", by=as_actor(agent), at=now)
    react_all()
    sent = Outgoing.objects.count()
    headers = {"Auto_Submitted": "auto-replied", "Cc": "marta@santa-aurelia.example"}
    copy = Outgoing.objects.get(to=luis.email)

    take(letter("Fuera de la oficina", sender=LUIS, message_id="<f@x>", answers=copy.message_id, **headers), at=now, sender=luis.email)
    react_all()

    assert (watchers(case), Outgoing.objects.count()) == ([luis.email], sent)


def test_the_same_people_in_every_mail_follow_once(diana, luis, now):
    case = take(letter(Cc=LUIS), at=now).ticket
    take(letter("Re", message_id="<2@x>", answers="<1@santa-aurelia.example>", Cc=LUIS), at=now)

    assert watchers(case) == [luis.email]
    assert Event.objects.filter(kind="ticket.followed").count() == 1


def test_a_circular_to_many_makes_nobody_follow(diana, luis, now):
    many = ", ".join(f"p{n}@santa-aurelia.example" for n in range(keep_copies.MOST + 1))

    assert watchers(take(letter(Cc=many), at=now).ticket) == []
