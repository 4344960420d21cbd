"""What is changed later is found too: names, tags, messages that moved to a case of their own."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from acuerdo.customers.actions.save_contact import save_contact
from acuerdo.customers.actions.save_organisation import save_organisation
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.find_again import OF_CONTACT, find_again
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.split import split
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.queries import find
from acuerdo.tickets.tests.reacting import react_all

pytestmark = pytest.mark.django_db


def test_a_case_is_found_by_the_new_name_of_its_customer_and_no_more_by_the_old(open_case, clinic, by, now):
    case = open_case()

    save_organisation(clinic.pk, {"name": "Hospital del Valle"}, by=by, at=now)
    react_all()

    assert (find("hospital valle"), find("clínica")) == ([case.pk], [])


def test_a_case_is_found_by_the_new_name_and_address_of_who_reported_it(open_case, diana, by, now):
    case = open_case()

    save_contact(diana.pk, {"name": "Diana Peñalosa", "email": "diana.penalosa@santa-aurelia.example"}, by=by, at=now)
    react_all()

    assert find("peñalosa") == find("diana.penalosa@santa-aurelia.example") == [case.pk]
    assert find("Lozano") == []


def test_what_else_changes_of_a_customer_indexes_nothing(open_case, clinic, diana, by, now, django_assert_num_queries):
    open_case()
    save_organisation(clinic.pk, {"notes": "Prefieren el teléfono"}, by=by, at=now)
    save_contact(diana.pk, {"phone": "601 555 0101"}, by=by, at=now)

    with django_assert_num_queries(4):  # what waits, once before and once after; each of the two marked as done
        react_all("tickets.find_by_organisation", "tickets.find_by_contact")


def test_many_cases_are_done_a_batch_at_a_time_and_none_is_left_out(open_case, diana, now):
    cases = [open_case(f"Falla {place}", at=now + timedelta(minutes=place)) for place in range(3)]
    Contact.objects.filter(pk=diana.pk).update(name="Diana Peñalosa")

    assert find_again(OF_CONTACT, diana.pk, most=2) == 2
    assert sorted(find("peñalosa")) == sorted(case.pk for case in cases[1:])
    [job] = ProcrastinateJob.objects.filter(task_name="tickets.find_again")

    assert find_again(job.args["whose"], job.args["pk"], before=job.args["before"], most=2) == 1
    assert sorted(find("peñalosa")) == sorted(case.pk for case in cases)


def test_a_case_is_found_by_its_tags_until_they_are_taken_away(open_case, by, now):
    case = open_case()

    tag(case.pk, ["migración"], by=by, at=now)
    assert find("migracion") == [case.pk]

    tag(case.pk, [], by=by, at=now)
    assert find("migracion") == []


def test_what_moved_to_a_case_of_its_own_is_found_there_and_only_there(open_case, diana, by, now):
    case = open_case()
    wrote = Report(subject="Re", text="Además la impresora no responde", channel="email")
    who = Actor("contact", diana.person_id, diana.name)
    hear(case.pk, wrote, contact=diana, match=match_sender(diana.email, now.date()), by=who, at=now + timedelta(hours=1))

    new = split(case.pk, [case.messages.get(text=wrote.text).pk], "No imprime", by=by, at=now + timedelta(hours=2))

    assert find("impresora") == [new.pk]
    assert find("no imprime") == [new.pk]
