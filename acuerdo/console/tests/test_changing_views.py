"""A kept view is changed under its name, let go, and brought back."""

import pytest
from django.urls import reverse

from acuerdo.people.models import Team
from acuerdo.tickets.models import SavedView

pytestmark = pytest.mark.django_db
QUEUE = "/console/"


def keep(client, query="?dato.priority=critico", **said):
    return client.post(reverse("console:keep_view") + query, {"nombre": "Los críticos", **said})


@pytest.fixture
def team(agent):
    """A team that the agent is of."""
    team = Team.objects.create(slug="nomina", name="Nómina")
    team.members.add(agent)
    return team


def test_under_the_same_name_a_view_is_changed_once_that_is_said(signed_in, team) -> None:
    keep(signed_in, para=team.slug)
    view = SavedView.objects.get()

    asked = keep(signed_in, "?de=nadie", para=team.slug)
    assert (asked.status_code, SavedView.objects.get().query) == (422, "?dato.priority=critico")
    assert f'name="cambia" value="{view.pk}"' in asked.text

    assert keep(signed_in, "?de=nadie", para=team.slug, cambia=view.pk)["Location"] == f"{QUEUE}?de=nadie"
    assert SavedView.objects.get().query == "?de=nadie"
    assert SavedView.objects.get().team == team


def test_a_view_that_is_not_ones_own_to_change_is_not_changed(signed_in, team, person_of) -> None:
    other = SavedView.objects.create(name="Los críticos", query="?de=mios", team=team, made_by=person_of("agent", name="Otra"))

    asked = keep(signed_in, "?de=nadie", para=team.slug, cambia=other.pk)

    assert (asked.status_code, "cambia" in asked.text) == (422, False)
    assert SavedView.objects.get().query == "?de=mios"


def test_an_address_that_is_too_long_is_not_kept_in_part(signed_in) -> None:
    long = "?" + "&".join(f"etiqueta=una-etiqueta-bastante-larga-{n}" for n in range(30))

    assert "demasiadas cosas" in keep(signed_in, long).text
    keep(signed_in)
    view = SavedView.objects.get()
    assert keep(signed_in, long, cambia=view.pk).status_code == 422
    assert SavedView.objects.get().query == "?dato.priority=critico"


@pytest.mark.parametrize("whose", ["", "nomina", "mesa"])
def test_what_is_let_go_is_brought_back_by_its_notice(client, person_of, team, whose) -> None:
    supervisor = person_of("supervisor")
    team.members.add(supervisor)
    client.force_login(supervisor)
    keep(client, "?de=nadie&columnas=asunto+cliente", para=whose, columnas="1")
    before = SavedView.objects.values_list("name", "query", "person", "team").get()

    gone = client.post(reverse("console:forget_view", args=[SavedView.objects.get().pk]), follow=True)
    assert (SavedView.objects.count(), gone.redirect_chain[-1][0]) == (0, f"{QUEUE}{before[1]}")
    assert f'name="para" value="{whose}"' in gone.text

    keep(client, before[1], para=whose, columnas="1")
    assert SavedView.objects.values_list("name", "query", "person", "team").get() == before
