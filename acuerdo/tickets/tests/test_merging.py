"""Two cases become one, and two again: nothing written is lost, and the clocks are those of the case that stays."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.tickets import CannotMerge
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.tickets.actions.answer import MergedAway, answer
from acuerdo.tickets.actions.draft import keep
from acuerdo.tickets.actions.hear import take_word
from acuerdo.tickets.actions.hold import hold_staying
from acuerdo.tickets.actions.merge import NotMerged, merge, unmerge
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Clock, Draft, Message, Ticket, Watcher
from acuerdo.tickets.queries import folded
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
AT = timezone.now() - timedelta(hours=3)


@pytest.fixture
def stays(open_case):
    return open_case("El IVR no transfiere", "Desde ayer.", at=AT)


@pytest.fixture
def goes(open_case):
    return open_case("Otra vez el IVR", "Sigue sin transferir.", at=AT + timedelta(minutes=10))


def clocks_of(ticket) -> list[tuple]:
    return list(Clock.objects.filter(ticket=ticket).order_by("clock").values_list("clock", "cycle", "state", "due_at", "stopped_at"))


def test_the_case_that_goes_ends_as_a_duplicate_and_its_clocks_stop(stays, goes, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    gone = again(goes)
    assert (gone.status, gone.closed_as, gone.merged_into) == ("cancelled", "duplicate", stays)
    assert {state for _c, _n, state, _d, _s in clocks_of(goes)} <= {"cancelled", "answered"}
    assert again(stays).is_open


def test_undoing_it_brings_back_the_case_with_the_clocks_it_would_have_had(stays, goes, by):
    before = (goes.status, goes.closed_as, goes.closed_at)
    never = folded(again(goes), AT + timedelta(hours=2))
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    unmerge(goes.pk, by=by, at=AT + timedelta(hours=2))

    back = again(goes)
    assert (back.status, back.closed_as, back.closed_at, back.merged_into) == (*before, None)
    assert folded(back, AT + timedelta(hours=2)) == never
    assert {state for _c, _n, state, _d, _s in clocks_of(goes)} == {"running"}
    kinds = Event.objects.filter(subject_kind="ticket", subject_id=goes.pk).order_by("position").values_list("kind", flat=True)
    assert list(kinds) == ["ticket.opened", "ticket.merged", "ticket.unmerged"]


def test_a_case_that_was_merged_into_a_merged_one_comes_back_to_that_one(stays, goes, open_case, by):
    last = open_case("Todo el sistema", at=AT + timedelta(minutes=20))
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))
    merge(stays.pk, last.pk, by=by, at=AT + timedelta(hours=1))
    assert again(goes).merged_into == last

    with pytest.raises(NotMerged):
        unmerge(goes.pk, by=by, at=AT + timedelta(hours=2))
    unmerge(stays.pk, by=by, at=AT + timedelta(hours=2))

    assert (again(goes).merged_into, again(stays).merged_into) == (stays, None)


def test_what_two_customers_wrote_is_never_put_together(stays, organisation_of, open_case, by):
    other = Contact.objects.create(organisation=organisation_of("Ferretería"), name="Luis", email="luis@tornillo.example")
    theirs = open_case("Lo nuestro", at=AT, contact=other)

    with pytest.raises(CannotMerge) as refused:
        merge(theirs.pk, stays.pk, by=by, at=AT)
    assert refused.value.facts["why"] == "customers"
    assert again(theirs).merged_into is None


@pytest.mark.parametrize("why", ["same", "merged", "ended"])
def test_what_cannot_be_merged_is_refused(stays, goes, signed_in, by, why):
    other = {"same": goes, "merged": stays, "ended": stays}[why]
    if why == "merged":
        merge(goes.pk, stays.pk, by=by, at=AT)
    if why == "ended":
        post(signed_in, "closure", stays, closed_as="anular", reason="Retirado")

    refused = post(signed_in, "merge", goes, other=str(other.number))

    assert refused.status_code == 422
    assert again(goes).merged_into_id == (stays.pk if why == "merged" else None)


def test_an_answer_by_mail_to_the_one_is_heard_in_the_other(stays, goes, diana, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))
    at = AT + timedelta(hours=2)
    report = Report(subject="Re: Otra vez", text="¿Hay novedades?", channel="email")

    said = take_word(goes.pk, report, contact=diana, match=match_sender(diana.email, at.date()), by=Actor("contact", None, "Diana"), at=at)

    assert said.ticket == stays
    assert again(stays).customer_wrote_at == at


def test_whoever_was_answering_gets_the_text_back_with_where_it_went(stays, goes, signed_in, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    refused = post(signed_in, "answers", goes, text="Un texto que costó escribir", then="in_progress")

    assert refused.status_code == 422
    assert "Un texto que costó escribir" in refused.text
    assert f"se unió al #{stays.number}" in refused.text
    assert reverse("tickets:drafts", args=[stays.number]) in refused.text
    assert not Message.objects.filter(kind=Message.Kind.ANSWER).exists()


def test_an_answer_and_a_solution_are_refused_also_by_the_actions(stays, goes, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    with pytest.raises(MergedAway):
        answer(goes.pk, "Hola", by=by, at=AT + timedelta(hours=2))
    with pytest.raises(MergedAway):
        solve(goes.pk, "Hola", by=by, at=AT + timedelta(hours=2))


def test_the_page_of_the_one_leads_to_the_other_which_shows_what_was_said_in_both(stays, goes, signed_in, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    page = signed_in.get(reverse("console:case", args=[goes.number]), follow=True)

    assert page.redirect_chain == [(reverse("console:case", args=[stays.number]), 302)]
    assert page.text.index("Desde ayer.") < page.text.index("Sigue sin transferir.")
    assert f"en el caso #{goes.number}" in page.text
    assert "Sigue sin transferir." in signed_in.get(reverse("console:case", args=[goes.number]) + "?solo").text


def test_a_page_that_is_looked_at_or_written_on_stays_and_says_where_the_case_went(stays, goes, signed_in, agent, by):
    address = reverse("console:case", args=[goes.number])
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    looked_at = signed_in.get(address, headers={"HX-Request": "true", "HX-Target": "timeline"})
    assert (looked_at.status_code, f"Se unió al #{stays.number}" in looked_at.text) == (200, True)
    assert signed_in.get(address).status_code == 302

    keep(agent, goes, Draft.Kind.ANSWER, "Un texto que costó escribir", at=timezone.now())
    written = signed_in.get(address)
    assert "Un texto que costó escribir" in written.text
    assert f"Llevar el texto al caso #{stays.number}" in written.text
    signed_in.post(reverse("tickets:drafts", args=[stays.number]), {"move": "1", "text": "Un texto que costó escribir"})
    assert "Un texto que costó escribir" in signed_in.get(reverse("console:case", args=[stays.number])).text
    assert signed_in.get(address).status_code == 302, "it was carried there: nothing holds anybody here"


def test_the_deed_goes_on_to_the_page_of_the_case_that_stays_by_script_too(stays, goes, open_case, signed_in):
    other, page = open_case("Una vez más"), reverse("console:case", args=[stays.number])

    led = signed_in.post(reverse("tickets:merge", args=[goes.number]), {"other": stays.number}, headers={"HX-Request": "true"})
    assert (led.status_code, led["HX-Redirect"]) == (204, page)
    assert "es ahora parte del" in signed_in.get(page).text
    plain = post(signed_in, "merge", other, other=stays.number, key="otra")
    assert (plain.status_code, plain["Location"]) == (303, page)


def test_the_customer_is_led_there_too_and_reads_both(stays, goes, client, diana, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))
    client.force_login(diana.person)

    page = client.get(reverse("portal:case", args=[goes.number]), follow=True)

    assert page.redirect_chain == [(reverse("portal:case", args=[stays.number]), 302)]
    assert "Sigue sin transferir." in page.text
    assert f"Unimos aquí el caso {goes.number}" in page.text


def test_a_colleague_who_reported_the_case_that_goes_follows_the_one_that_stays(stays, clinic, open_case, by):
    jorge = Contact.objects.create(organisation=clinic, name="Jorge", email="jorge@santa-aurelia.example")
    his = open_case("Tampoco a mí", at=AT, contact=jorge)

    merge(his.pk, stays.pk, by=by, at=AT + timedelta(hours=1))
    assert list(Watcher.objects.values_list("ticket", "contact")) == [(stays.pk, jorge.pk)]

    unmerge(his.pk, by=by, at=AT + timedelta(hours=2))
    assert not Watcher.objects.exists()


def test_silence_closes_nothing_over_a_word_that_came_in_with_the_other_case(stays, open_case, by):
    solve(stays.pk, "Listo", evidence={"solucion": "Sí"}, by=by, at=AT + timedelta(minutes=30))
    later = open_case("No sirvió", at=AT + timedelta(hours=1))

    merge(later.pk, stays.pk, by=by, at=AT + timedelta(hours=2))
    assert again(stays).wrote_after_at == later.opened_at

    unmerge(later.pk, by=by, at=AT + timedelta(hours=2, minutes=1))
    assert (again(stays).wrote_after_at, again(stays).customer_wrote_at) == (None, AT)


def test_undoing_from_the_page_says_so_and_shows_the_case(stays, goes, signed_in, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    page = signed_in.post(reverse("tickets:unmerge", args=[goes.number]), follow=True)

    assert f"#{goes.number} vuelve a ser un caso propio" in page.text
    assert page.redirect_chain[-1][0] == reverse("console:case", args=[goes.number])
    assert Ticket.objects.filter(merged_into=None).count() == 2


def test_undone_by_script_the_page_of_the_case_is_loaded_whole(stays, goes, signed_in, by):
    merge(goes.pk, stays.pk, by=by, at=AT + timedelta(hours=1))

    answer = signed_in.post(reverse("tickets:unmerge", args=[goes.number]), headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Redirect"]) == (204, reverse("console:case", args=[goes.number]))


def test_what_is_said_in_a_merged_case_locks_both_in_the_order_of_all_who_do(stays, goes, by):
    merge(stays.pk, goes.pk, by=by, at=timezone.now())
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        assert hold_staying(stays.pk).pk == goes.pk

    locks = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"]]
    assert (len(locks), 'ORDER BY "tickets_ticket"."id" ASC' in locks[0]) == (1, True)


def test_the_customers_other_cases_are_picked_from_a_list_and_a_number_that_is_typed_goes_before(stays, goes, open_case, signed_in):
    third = open_case("Otra cosa del IVR", at=AT + timedelta(minutes=20))
    form = signed_in.get(reverse("tickets:merge", args=[goes.number])).text
    assert f'type="radio" name="near" value="{stays.number}"' in form

    post(signed_in, "merge", goes, other="", near=str(stays.number))
    post(signed_in, "merge", third, other=f"#{stays.number}", near=str(goes.number))

    assert [again(case).merged_into for case in (goes, third)] == [stays, stays]
    assert post(signed_in, "merge", stays, other="").status_code == 422
