"""A new case of some messages; and how cases belong together."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.queries import log_of
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.link import CannotLink, link, set_parent
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.split import CannotSplit, split
from acuerdo.tickets.models import Link, Message, Ticket
from acuerdo.tickets.queries import folded, pinned_to
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
AT = timezone.now() - timedelta(hours=5)


@pytest.fixture
def case(open_case, diana, by):
    """Reported, answered; then the customer wrote of something else, and was answered on that."""
    case = open_case(at=AT)
    answer(case.pk, "Lo vemos", by=by, at=AT + timedelta(minutes=10))
    wrote = Report(subject="Re", text="Además, no puedo imprimir", channel="email")
    who = Actor("contact", diana.person_id, diana.name)
    hear(case.pk, wrote, contact=diana, match=match_sender(diana.email, AT.date()), by=who, at=AT + timedelta(hours=1))
    answer(case.pk, "¿Qué impresora?", by=by, at=AT + timedelta(hours=2))
    react_all()
    return case


def said(case, text) -> int:
    return case.messages.get(text=text).pk


def test_the_messages_go_with_their_times_and_the_new_clocks_count_from_the_first(case, by):
    moved = [said(case, "Además, no puedo imprimir"), said(case, "¿Qué impresora?")]

    new = split(case.pk, moved, "No imprime", by=by, at=AT + timedelta(hours=3))

    assert list(new.messages.values_list("pk", "at")) == [(moved[0], AT + timedelta(hours=1)), (moved[1], AT + timedelta(hours=2))]
    assert new.opened_at == AT + timedelta(hours=1)
    assert new.number == case.number + 1
    clocks = {clock.id: clock for clock in folded(again(new), AT + timedelta(hours=3))}
    assert clocks["first_response"].stopped_at == (AT + timedelta(hours=2)).replace(microsecond=0)
    assert case.messages.count() == 2
    assert Link.objects.get().source == new


def test_the_new_case_is_pinned_as_the_other_was(case, by):
    Ticket.objects.filter(pk=case.pk).update(scope=["creacion-usuarios"], overrides={"channels": ["telefono"]})
    new = split(case.pk, [said(case, "Además, no puedo imprimir")], "x", by=by, at=AT + timedelta(hours=3))

    opened = next(event for event in log_of("ticket", new.pk) if event.kind == "ticket.opened")
    assert (again(new).scope, opened.facts["pinned"]) == (["creacion-usuarios"], pinned_to(again(new)))


def test_an_answer_that_waited_for_its_mail_is_mailed_though_it_became_part_of_the_new_case(case, by, diana):
    wrote = Report(subject="Re", text="Y el escáner tampoco", channel="email")
    who = Actor("contact", diana.person_id, diana.name)
    hear(case.pk, wrote, contact=diana, match=match_sender(diana.email, AT.date()), by=who, at=AT + timedelta(hours=3))
    answer(case.pk, "Traiga el escáner", by=by, at=AT + timedelta(hours=4))
    split(case.pk, [said(case, "Y el escáner tampoco"), said(case, "Traiga el escáner")], "x", by=by, at=AT + timedelta(hours=5))
    react_all()

    assert Outgoing.objects.filter(text__contains="Traiga el escáner", key__startswith="answer-").count() == 1


def test_the_customer_is_told_of_the_new_number_but_no_answer_leaves_a_second_time(case, by):
    before = Outgoing.objects.count()
    new = split(case.pk, [said(case, "Además, no puedo imprimir"), said(case, "¿Qué impresora?")], "x", by=by, at=AT + timedelta(hours=3))
    react_all()

    mails = list(Outgoing.objects.order_by("pk")[before:])
    assert [mail.subject_id for mail in mails if mail.to.startswith("diana")] == [new.pk]


@pytest.mark.parametrize(
    ("texts", "why"),
    [([], "nothing"), (["Desde ayer."], "opening"), (["Lo vemos"], "no_customer"), (["Lo vemos", "Además, no puedo imprimir"], "before")],
)
def test_messages_of_which_no_case_can_be_made_are_refused(case, by, texts, why):
    with pytest.raises(CannotSplit) as refused:
        split(case.pk, [said(case, text) for text in texts], "x", by=by, at=AT + timedelta(hours=3))
    assert refused.value.facts["why"] == why


def test_a_message_of_another_case_cannot_be_taken_out_of_this_one(case, open_case, by):
    other = Message.objects.get(ticket=open_case("Otro", at=AT + timedelta(hours=3)))

    with pytest.raises(CannotSplit):
        split(case.pk, [other.pk], "x", by=by, at=AT + timedelta(hours=4))


def test_it_is_done_from_the_page(case, signed_in):
    moved = said(case, "Además, no puedo imprimir")
    assert "Además, no puedo imprimir" in signed_in.get(reverse("tickets:split", args=[case.number])).text

    page = signed_in.post(reverse("tickets:split", args=[case.number]), {"messages": [moved], "subject": "No imprime"}, follow=True)

    new = Ticket.objects.get(subject="No imprime")
    assert f"#{new.number} No imprime" in page.text
    assert f"separó mensajes en el caso #{new.number}" in page.text


def test_a_message_that_went_to_another_case_meanwhile_is_told_in_plain_words(case, signed_in):
    said_here = {"messages": [said(case, "Además, no puedo imprimir")], "subject": ""}
    post(signed_in, "split", case, **said_here)

    refused = post(signed_in, "split", case, **said_here)

    assert (refused.status_code, Ticket.objects.count()) == (422, 2)
    assert "ya no se ofrece aquí: otra persona cambió el caso" in refused.text


def test_nothing_is_offered_where_the_customer_wrote_nothing_since(open_case, signed_in, by):
    quiet = open_case(at=AT)
    answer(quiet.pk, "Lo vemos", by=by, at=AT + timedelta(minutes=10))

    page = signed_in.get(reverse("tickets:split", args=[quiet.number])).text
    assert "no hay nada que separar" in page
    assert "Lo vemos" not in page


def test_what_the_customer_wrote_after_the_solution_waits_where_it_went(case, diana, by):
    solve(case.pk, "Ya abre", evidence={"solucion": "Se reinició"}, by=by, at=AT + timedelta(hours=3))
    for minutes, text in ((10, "También falla el correo"), (20, "Gracias")):
        wrote, who = Report(subject="Re", text=text, channel="email"), Actor("contact", diana.person_id, diana.name)
        at = AT + timedelta(hours=3, minutes=minutes)
        hear(case.pk, wrote, contact=diana, match=match_sender(diana.email, AT.date()), by=who, at=at)

    split(case.pk, [said(case, "También falla el correo")], "", by=by, at=AT + timedelta(hours=4))
    assert again(case).wrote_after_at == AT + timedelta(hours=3, minutes=20)
    split(case.pk, [said(case, "Gracias")], "", by=by, at=AT + timedelta(hours=4))
    assert again(case).wrote_after_at is None


def test_a_new_case_without_a_subject_takes_the_first_words_of_its_message_and_the_page_leads_there(case, signed_in):
    message = said(case, "Además, no puedo imprimir")
    page = signed_in.post(reverse("tickets:split", args=[case.number]), {"messages": [message], "subject": ""}, follow=True)

    new = Ticket.objects.get(subject="Además, no puedo imprimir")
    assert f'href="/console/casos/{new.number}/">Abrir #{new.number}</a>' in page.text


def test_a_link_reads_right_from_both_ends(case, open_case, signed_in):
    other = open_case("La red", at=AT + timedelta(hours=3))

    post(signed_in, "link", case, other=f"#{other.number}", kind="-causes")

    assert list(Link.objects.values_list("source", "target", "kind")) == [(other.pk, case.pk, "causes")]
    assert "Lo causa" in signed_in.get(reverse("console:case", args=[case.number])).text
    assert "<small>Causa</small>" in signed_in.get(reverse("console:case", args=[other.number])).text


def test_a_form_that_lacks_something_says_which_field_it_is(case, signed_in):
    refused = post(signed_in, "link", case, other="", kind="-causes")

    assert "Falta «Número del otro caso»." in refused.text
    assert 'data-faulty="other"' in refused.text


def test_a_link_is_taken_away_and_both_logs_remember_it(case, open_case, signed_in, by):
    other = open_case("La red", at=AT + timedelta(hours=3))
    link(case.pk, other.pk, Link.Kind.BLOCKS, by=by, at=AT + timedelta(hours=3))

    page = signed_in.post(reverse("tickets:unlink", args=[case.number, Link.objects.get().pk]), follow=True)

    assert not Link.objects.exists()
    assert "quitó el vínculo: Bloquea a" in page.text


def test_a_link_of_two_other_cases_cannot_be_taken_away_from_here(case, open_case, signed_in, by):
    one, two = (open_case(name, at=AT + timedelta(hours=3)) for name in ("Uno", "Dos"))
    link(one.pk, two.pk, Link.Kind.RELATES, by=by, at=AT + timedelta(hours=3))

    assert signed_in.post(reverse("tickets:unlink", args=[case.number, Link.objects.get().pk])).status_code == 404
    assert Link.objects.exists()


def test_what_relates_relates_both_ways_and_is_kept_once(case, open_case, by):
    other = open_case("La red", at=AT + timedelta(hours=3))
    for one, two in ((case, other), (other, case)):
        link(one.pk, two.pk, Link.Kind.RELATES, by=by, at=AT + timedelta(hours=3))

    assert Link.objects.count() == 1


def test_nobody_becomes_their_own_ancestor(case, open_case, by):
    child, grandchild = (open_case(name, at=AT + timedelta(hours=3)) for name in ("Hijo", "Nieto"))
    set_parent(child.pk, case.pk, by=by, at=AT + timedelta(hours=3))
    set_parent(grandchild.pk, child.pk, by=by, at=AT + timedelta(hours=3))

    with pytest.raises(CannotLink):
        set_parent(case.pk, grandchild.pk, by=by, at=AT + timedelta(hours=3))
    with pytest.raises(CannotLink):
        set_parent(case.pk, case.pk, by=by, at=AT + timedelta(hours=3))


@pytest.mark.parametrize("number", ["", "0", "x", "#", "9" * 400])
def test_a_number_that_no_case_has_is_refused(case, signed_in, number):
    assert post(signed_in, "link", case, other=number, kind="relates").status_code == 422
