"""Every verb's form draws each of its fields: one that is not there cannot be filled in."""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from acuerdo.agreements.models import CustomField
from acuerdo.tickets.actions.approve import ask
from acuerdo.tickets.actions.check_off import begin_checks
from acuerdo.tickets.forms import OFFERED
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.tests.other_manuals import govern_by
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("manual", ["proware", "digitalware", "soporte", "interwapp", "sgm"])
@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.name)
def test_a_verb_shows_all_that_it_asks_for(open_case, agent, by, manual, kind):
    govern_by(manual)
    CustomField.objects.create(name="sede", label="Sede")
    case = open_case(at=timezone.now())
    if manual == "sgm":
        begin_checks(case.pk, "no-carga-la-pagina", by=by, at=timezone.now())
        ask(case.pk, "committee", of="Comité", text="Reporte", by=by, at=timezone.now())
    case = again(case)
    form = kind(ticket=case, agreement=agreement_for(case), person=agent)

    drawn = render_to_string(form.template(), {"form": form, "ticket": case})

    missing = [box.html_name for box in form.visible_fields() if f'name="{box.html_name}"' not in drawn and not nothing_to_choose(box)]
    assert missing == []


def nothing_to_choose(box):
    """Whether a field offers nothing in this case, and so need not be there."""
    choices = getattr(box.field, "choices", None)
    return choices is not None and not [value for value, _label in choices if value not in ("", None)]
