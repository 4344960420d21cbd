"""Every field whose change the log tells has a name that its readers know."""

import pytest
from django.db.models import Model

from acuerdo.audit.wording.facts import FACTS
from acuerdo.customers.models import Contact, Contract, Organisation, Product
from acuerdo.people.models import Person, Team

#: What no page changes, or what only machines keep of it.
UNTOLD = {"id", "password", "last_login", "queue", "created_at"}


@pytest.mark.parametrize("model", [Organisation, Contact, Contract, Product, Person, Team])
def test_what_is_changed_of_people_and_customers_has_a_name(model: type[Model]) -> None:
    fields = {field.name for field in model._meta.get_fields() if not (field.is_relation and field.auto_created)}
    assert fields - UNTOLD - set(FACTS) == set()
    assert "domains" in FACTS
