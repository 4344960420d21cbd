"""From a contract to a case: whose it is, what it is owed, and every doubt, which never stops it."""

from datetime import UTC, date, datetime

import pytest

from acuerdo.agreements.queries import current_version
from acuerdo.customers.models import Contact, Contract, MailDomain
from acuerdo.customers.queries import contract_of, domain_refusal, facts_of, match_sender, normal_domain, pinned
from acuerdo.people.queries import day_of
from acuerdo.tickets.models import Ticket

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def ana(organisation):
    return Contact.objects.create(organisation=organisation, name="Ana", email="ana@ferreteria.example")


def test_a_sender_is_known_by_address_then_by_domain_but_never_by_free_mail(clinic, diana):
    MailDomain.objects.create(organisation=clinic, domain="gmail.com")  # even where somebody put it into the table
    assert match_sender(diana.email.upper(), DAY).contact == diana
    assert match_sender("nadie@santa-aurelia.example", DAY).organisation == clinic
    assert match_sender("alguien@gmail.com", DAY).doubt == "unknown"


@pytest.mark.parametrize(
    ("contracts", "doubt"),
    [
        ([], "none"),
        ([{}, {}], "several"),
        ([{"ends_on": date(2026, 11, 19)}], "ended"),
        ([{"state": "suspended"}], "suspended"),
        ([{"state": "ended"}, {}], ""),
        ([{"starts_on": date(2026, 12, 1)}], "ended"),
    ],
)
def test_a_doubt_about_the_contract_marks_the_case_and_never_stops_it(organisation_of, open_case, contracts, doubt, now):
    organisation = organisation_of("Ferretería", plan="", domain="ferreteria.example")
    for one in contracts:
        Contract.objects.create(organisation=organisation, plan="empresarial", **{"starts_on": date(2026, 1, 1), **one})
    assert contract_of(organisation, DAY)[1] == doubt
    case = open_case(contact=ana(organisation), at=now)
    assert (case.organisation, case.doubt) == (organisation, doubt)


def test_the_day_of_a_contract_is_the_desks(organisation_of):
    organisation = organisation_of("Ferretería", ends_on=date(2026, 11, 20))
    evening = datetime(2026, 11, 21, 1, tzinfo=UTC)  # 20:00 of the 20th in Bogotá
    assert contract_of(organisation, day_of(evening))[1] == ""


def test_what_was_agreed_under_another_manual_never_stops_a_case(organisation_of, open_case, now):
    agreed = {"calendar": "uno-que-ya-no-existe"}
    organisation = organisation_of("Ferretería", domain="ferreteria.example", overrides=agreed)
    assert pinned(current_version(), organisation.contracts.get(), "") == ({}, "terms")
    case = open_case(contact=ana(organisation), at=now)
    assert (case.overrides, case.doubt, case.contract) == ({}, "terms", organisation.contracts.get())


def test_changing_a_contract_never_alters_a_case_that_is_open(organisation_of, open_case, now):
    organisation = organisation_of("Ferretería", domain="ferreteria.example", overrides={"calendar": "empresarial-6x9"})
    case = open_case(contact=ana(organisation), at=now)
    organisation.contracts.update(overrides={}, plan="innovador")
    assert Ticket.objects.get(pk=case.pk).overrides == {"calendar": "empresarial-6x9"}
    assert Ticket.objects.get(pk=case.pk).facts["plan"] == "empresarial"


def test_a_contract_gives_the_facts_that_the_manual_asks_for_and_no_others(organisation_of):
    bought = {"modality": "saas", "coverage": "6x24", "guarantee_until": date(2026, 11, 20)}
    contract = organisation_of("Ferretería", **bought).contracts.get()
    asks = {"modality": ("saas", "on-premise"), "guarantee": ("yes", "no"), "coverage": ("habil", "7x24")}
    assert facts_of(contract, asks, DAY) == {"plan": "empresarial", "modality": "saas", "guarantee": "yes"}
    assert facts_of(contract, asks, date(2026, 11, 21))["guarantee"] == "no"
    assert facts_of(contract, {}, DAY) == {"plan": "empresarial"}
    assert facts_of(None, asks, DAY) == {}


@pytest.mark.parametrize(
    ("written", "name"), [(" @Empresa.COM. ", "empresa.com"), ("ana@año.co", "xn--ao-zja.co"), ("x" * 70 + ".ñ", "x" * 70 + ".ñ")]
)
def test_a_domain_is_kept_as_it_travels_in_mail(written, name):
    assert normal_domain(written) == name


def test_a_domain_that_cannot_be_a_customers_is_refused_with_the_reason(clinic, organisation_of):
    other = organisation_of("Ferretería")
    assert domain_refusal("santa-aurelia.example", clinic.pk) == ()
    assert domain_refusal("santa-aurelia.example", other.pk) == ("taken", clinic.name)
    assert domain_refusal("gmail.com", other.pk) == ("free",)
    assert domain_refusal("localhost", other.pk) == ("shape",)
    assert domain_refusal("a b.com", other.pk) == ("shape",)
