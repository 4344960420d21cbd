"""What is asked by a question that was written once is what Django would answer to the question itself."""

import pytest
from django.db.models import Value
from django.db.models.signals import post_init  # noqa: TID251  a listener of the test's own

from acuerdo.desks.models import Address, Desk, Domain
from acuerdo.desks.prepared import Given, Prepared, with_its_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def andes() -> Desk:
    (desk,) = Desk.objects.bulk_create([Desk(schema_name="andes", name="Andes")])
    Domain.objects.create(domain="andes.example", tenant=desk, is_primary=True)
    Address.objects.bulk_create([Address(address=f"{name}@andes.example", desk=desk) for name in ("ayuda", "soporte")])
    return desk


def test_it_gives_the_same_rows_with_what_belongs_to_them(desk, andes, django_assert_num_queries):
    question = Prepared(lambda: Domain.objects.select_related("tenant").prefetch_related("tenant__addresses").filter(domain=Given("host")))
    with django_assert_num_queries(2):
        (found,) = question(host="andes.example")
        assert found.tenant == andes
        assert {one.address for one in found.tenant.addresses.all()} == {"ayuda@andes.example", "soporte@andes.example"}


def test_its_records_hold_what_djangos_hold_and_defer_what_django_defers(desk, andes, django_assert_num_queries):
    def question(host: object):
        return Domain.objects.select_related("tenant").only("domain", "tenant__name").filter(domain=host)

    (ours,), (djangos,) = Prepared(lambda: question(Given("host")))(host="andes.example"), question("andes.example")
    for one, other in ((ours, djangos), (ours.tenant, djangos.tenant)):
        assert held(one) == held(other)
        assert (one._state.db, one._state.adding) == (other._state.db, False)
        assert one.get_deferred_fields() == other.get_deferred_fields() != set()
    with django_assert_num_queries(1):
        assert ours.is_primary is True
    (address,) = Prepared(lambda: Address.objects.filter(address=Given("address")))(address="ayuda@andes.example")
    address.address = "mesa@andes.example"
    address.save()
    assert {one.address for one in andes.addresses.all()} == {"mesa@andes.example", "soporte@andes.example"}


def held(record) -> dict:
    return {name: value for name, value in vars(record).items() if name != "_state"}


def test_a_record_whose_making_somebody_watches_is_made_by_its_model(desk, andes):
    made = []

    def watch(instance, **_more) -> None:
        made.append(instance)

    post_init.connect(watch, sender=Desk)
    try:
        (found,) = Prepared(lambda: Domain.objects.select_related("tenant").filter(domain=Given("host")))(host="andes.example")
    finally:
        post_init.disconnect(watch, sender=Desk)
    assert [one is found.tenant for one in made] == [True]


def test_it_is_asked_anew_each_time(desk, andes):
    question = Prepared(lambda: Desk.objects.filter(schema_name=Given("schema")))
    assert question.first(schema="andes") == andes
    Desk.objects.filter(pk=andes.pk).update(name="Los Andes")
    assert question.first(schema="andes").name == "Los Andes"
    assert question.first(schema="nowhere") is None


def test_a_value_is_never_read_as_sql(desk, andes):
    question = Prepared(lambda: Desk.objects.filter(name=Given("name")))
    assert question(name="' OR true --") == []


def test_its_own_plain_words_are_part_of_what_is_planned_and_no_other_value_is(desk, andes):
    question = Prepared(
        lambda: (
            Address.objects.filter(desk__schema_name="andes", address=Given("address"))
            .exclude(desk__name__in=["closed", "100 % 'off'", "it's", "%s"])
            .annotate(percent=Value("50 %"))
        )
    )
    assert "= 'andes'" in question.written.sql
    assert "'closed'" in question.written.sql
    assert [value for value in question.written.values if not isinstance(value, Given)] == ["50 %", "100 % 'off'", "it's", "%s"]
    (found,) = question(address="ayuda@andes.example")
    assert found.percent == "50 %"
    Desk.objects.filter(pk=andes.pk).update(name="it's")
    assert question(address="ayuda@andes.example") == []


def test_percent_signs_of_the_words_stay(desk, andes):
    assert with_its_words("SELECT 'a' LIKE 'a%%', %s, %s", ("closed", "x y")) == ("SELECT 'a' LIKE 'a%%', 'closed', %s", ("x y",))


def test_it_gives_plain_values_in_the_order_that_was_asked_for(desk, andes):
    question = Prepared(
        lambda: (
            Address.objects.filter(desk=Given("desk"), address__gt=Given("after")).order_by("address").values_list("address", "is_sender")
        )
    )
    assert question(desk=andes.pk, after="b") == [("soporte@andes.example", False)]
    assert len(question(desk=andes.pk, after="")) == 2


def test_one_of_many_is_asked_in_the_same_words_however_many_there_are(desk, andes):
    question = Prepared(lambda: Address.objects.filter(desk__any_of=Given("desks")).order_by("address").values_list("address", flat=True))
    assert question(desks=[andes.pk, 0, -1]) == ["ayuda@andes.example", "soporte@andes.example"]
    assert question(desks=[]) == []
    assert question(desks=[2**31, -(2**63), 2**70]) == []


def test_a_value_that_nobody_named_is_a_mistake_of_ours(desk):
    with pytest.raises(KeyError):
        Prepared(lambda: Desk.objects.filter(name=Given("name")))()


def test_rows_of_a_kind_that_it_does_not_know_are_a_mistake_of_ours(desk):
    with pytest.raises(TypeError, match="not written once"):
        Prepared(lambda: Desk.objects.filter(name=Given("name")).values("name"))(name="Andes")
