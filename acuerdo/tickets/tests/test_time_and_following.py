"""Time noted on a case; who follows it, who has copies, and who is named in a note."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.notifications.models import Notice, Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.enter_time import NotYours, Spent, enter_time, remove_time
from acuerdo.tickets.actions.follow import CannotFollow, follow, unfollow
from acuerdo.tickets.actions.merge import merge, unmerge
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.mails.watching import mentioned
from acuerdo.tickets.models import Ticket, TimeEntry, Watcher
from acuerdo.tickets.reactions import tell_watchers
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import post

pytestmark = pytest.mark.django_db
AT = timezone.now() - timedelta(hours=1)
#: The day before: in Bogotá it may still be.
TODAY = AT.date() - timedelta(days=1)
SPENT = Spent(45, TimeEntry.Activity.ANALYSIS, TODAY, billable=True, note="Registros del IVR")


def test_time_is_noted_from_the_page_and_shown_there_with_its_sum(signed_in, case):
    post(signed_in, "time", case, hours="1", minutes="25", activity="analysis", day=str(TODAY), billable="1", note="Registros")

    page = signed_in.get(reverse("console:case", args=[case.number])).text
    assert "1 h 25 min · 1 h 25 min se cobran" in page
    assert "anotó 85 min" in page


@pytest.mark.parametrize(
    "said",
    [
        {"hours": "0", "minutes": "0"},
        {},
        {"hours": "24", "minutes": "1"},
        {"minutes": "90"},
        {"hours": "1", "day": "2099-01-01"},
        {"hours": "-1"},
    ],
)
def test_time_that_cannot_be_is_refused(signed_in, case, said):
    assert post(signed_in, "time", case, **{"activity": "analysis", "day": str(TODAY), **said}).status_code == 422
    assert not TimeEntry.objects.exists()


def test_ones_own_time_is_put_right_and_the_log_keeps_what_it_had_said(signed_in, case, by):
    entry = enter_time(case.pk, SPENT, by=by, at=AT)
    url = reverse("tickets:time_entry", args=[case.number, entry.pk])
    assert 'value="45"' in signed_in.get(url).text

    signed_in.post(url, {"hours": "2", "minutes": "", "activity": "visit", "day": str(TODAY)})

    entry.refresh_from_db()
    assert (entry.minutes, entry.activity, entry.billable) == (120, "visit", False)
    assert Event.objects.get(kind="ticket.time_changed").facts["before"]["minutes"] == 45


def test_taken_away_it_counts_no_more_and_the_log_keeps_that_it_was_there(signed_in, case, by):
    entry = enter_time(case.pk, SPENT, by=by, at=AT)

    signed_in.post(reverse("tickets:time_entry", args=[case.number, entry.pk]), {"remove": "1"})

    assert not TimeEntry.objects.exists()
    assert Event.objects.get(kind="ticket.time_removed").facts["minutes"] == 45


def test_anothers_time_is_nobody_elses_to_change(client, case, by, person_of):
    entry = enter_time(case.pk, SPENT, by=by, at=AT)
    other = person_of("admin")
    client.force_login(other)

    assert client.post(reverse("tickets:time_entry", args=[case.number, entry.pk]), {"remove": "1"}).status_code == 404
    with pytest.raises(NotYours):
        remove_time(entry.pk, by=as_actor(other), at=AT)


def test_the_words_of_a_note_of_time_never_enter_the_log(case, by):
    enter_time(case.pk, SPENT, by=by, at=AT)

    assert "IVR" not in str(Event.objects.get(kind="ticket.time_entered").facts)


def test_who_follows_is_told_of_the_answer_and_the_solution_once_and_not_of_their_own(case, by, agent, person_of):
    ana = person_of("agent", "Ana Cárdenas")
    for who in (ana, agent):
        follow(case.pk, who, by=by, at=AT)
    answer(case.pk, "Lo vemos", by=by, at=AT)
    solve(case.pk, "Listo", evidence={"solucion": "Sí"}, by=by, at=AT + timedelta(minutes=5))
    react_all()
    for event in Event.objects.filter(kind__in=["ticket.responded", "ticket.resolved"]):
        tell_watchers(event)

    told = Notice.objects.filter(kind="watched").order_by("pk")
    assert [(notice.person, "Lo vemos" in notice.text) for notice in told] == [(ana, True), (ana, False)]


def test_a_colleague_of_the_customer_has_a_copy_without_the_buttons(case, by, clinic):
    jorge = Contact.objects.create(organisation=clinic, name="Jorge Peña", email="jorge@santa-aurelia.example")
    follow(case.pk, jorge, by=by, at=AT)
    solve(case.pk, "Ya transfiere", evidence={"solucion": "Sí"}, by=by, at=AT)
    react_all()

    copies = Outgoing.objects.filter(to=jorge.email)
    assert ["Ya transfiere" in mail.text for mail in copies] == [True]
    assert "/decidir/" not in copies[0].text + copies[0].html


def test_who_was_in_copy_hears_no_more_of_a_case_that_is_another_customers_now(case, by, clinic, organisation_of):
    jorge = Contact.objects.create(organisation=clinic, name="Jorge Peña", email="jorge@santa-aurelia.example")
    follow(case.pk, jorge, by=by, at=AT)
    Ticket.objects.filter(pk=case.pk).update(organisation=organisation_of("Ferretería"))
    answer(case.pk, "Solo para la ferretería", by=by, at=AT)
    react_all()

    assert not Outgoing.objects.filter(to=jorge.email).exists()


def test_nobody_of_another_customer_is_put_in_copy(case, by, organisation_of, diana):
    luis = Contact.objects.create(organisation=organisation_of("Ferretería"), name="Luis", email="luis@tornillo.example")
    for who in (luis, diana):
        with pytest.raises(CannotFollow):
            follow(case.pk, who, by=by, at=AT)


def test_following_and_not_from_the_page(signed_in, case, clinic, agent):
    jorge = Contact.objects.create(organisation=clinic, name="Jorge Peña", email="jorge@santa-aurelia.example")
    post(signed_in, "following", case)
    post(signed_in, "copy", case, contact=str(jorge.pk))
    assert Watcher.objects.count() == 2
    assert f"{agent.name} puso en copia a Jorge Peña" in signed_in.get(reverse("console:case", args=[case.number])).text

    post(signed_in, "following", case, ends="1")
    for _two_tabs in range(2):
        assert post(signed_in, "following", case, contact=str(jorge.pk)).status_code == 303
    assert not Watcher.objects.exists()
    assert f"{agent.name} quitó de las copias a Jorge Peña" in signed_in.get(reverse("console:case", args=[case.number])).text


def test_whoever_is_of_another_customer_is_not_named(signed_in, case, organisation_of):
    luis = Contact.objects.create(organisation=organisation_of("Ferretería"), name="Luis", email="luis@tornillo.example")

    answer = signed_in.post(reverse("tickets:following", args=[case.number]), {"contact": str(luis.pk)})

    assert (answer.status_code, "Luis" in answer.text) == (404, False)


def test_following_twice_is_following_once(case, by, agent):
    for _again in range(2):
        follow(case.pk, agent, by=by, at=AT)
    unfollow(case.pk, agent, by=by, at=AT)
    unfollow(case.pk, agent, by=by, at=AT)

    assert Event.objects.filter(kind="ticket.followed").count() == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Ana Cárdenas ¿lo miras?", ["Ana Cárdenas"]),
        ("Habla con @ana.c, por favor", ["Ana Cárdenas"]),
        ("@luis.", ["Luis Rojas"]),
        ("@Ana", []),  # there are two
        ("escriba a nadie@ana.c.example", []),
        ("@luisa", []),
        ("@Ana Cárdenas y @Luis Rojas", ["Ana Cárdenas", "Luis Rojas"]),
    ],
)
def test_whom_a_note_names(text, named):
    people = [
        Person(pk=1, name="Ana Cárdenas", email="ana.c@mesa.example"),
        Person(pk=2, name="Ana Ruiz", email="aruiz@mesa.example"),
        Person(pk=3, name="Luis Rojas", email="lrojas@mesa.example"),
    ]
    assert [person.name for person in mentioned(text, people)] == named


def test_who_is_named_in_a_note_is_told_and_nobody_is_by_an_answer(case, by, person_of):
    ana = person_of("agent", "Ana Cárdenas")
    note(case.pk, "@Ana Cárdenas ¿lo miras?", by=by, at=AT)
    answer(case.pk, "@Ana Cárdenas lo mira", by=by, at=AT)
    react_all()

    assert list(Notice.objects.filter(kind="mentioned").values_list("person", flat=True)) == [ana.pk]


def test_who_wants_to_hear_once_a_day_that_they_are_named_or_that_a_case_they_follow_is_answered_gets_no_mail_of_it(case, by, person_of):
    ana = person_of("agent", "Ana Cárdenas")
    Person.objects.filter(pk=ana.pk).update(notices={"mentioned": "digest", "watched": "digest"})
    Watcher.objects.create(ticket=case, person=ana, since=AT)
    note(case.pk, "@Ana Cárdenas ¿lo miras?", by=by, at=AT)
    answer(case.pk, "Lo vemos", by=by, at=AT)
    react_all()

    assert set(Notice.objects.filter(person=ana).exclude(digest_at=None).values_list("kind", flat=True)) == {"mentioned", "watched"}
    assert not Outgoing.objects.filter(to=ana.email).exists()


def test_who_reported_a_merged_case_is_told_where_it_goes_on_and_when_it_comes_back(case, open_case, by, diana):
    goes = open_case("Otra vez", at=AT)
    merge(goes.pk, case.pk, by=by, at=AT)
    unmerge(goes.pk, by=by, at=AT + timedelta(minutes=5))
    react_all("tickets.mail_merged", "tickets.mail_unmerged")

    subjects = list(Outgoing.objects.filter(to=diana.email).order_by("pk").values_list("subject", flat=True))
    assert f"Su caso sigue en el {case.number}" in subjects[0]
    assert "sigue por separado" in subjects[1]
