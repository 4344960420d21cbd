"""What a customer sees and does of the work on their case: stage, checks, a quote to approve."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.access import read_approval_token
from acuerdo.tickets.actions.approve import ask
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.check_off import begin_checks
from acuerdo.tickets.models import Approval, Check
from acuerdo.tickets.tests.other_manuals import govern_by
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(open_case):
    govern_by("sgm")
    return open_case(at=timezone.now())


@pytest.fixture
def hers(client, diana):
    client.force_login(diana.person)
    return client


def page(client, case):
    return client.get(reverse("portal:case", args=[case.number])).text


def test_a_stage_is_told_in_the_manuals_sentence(hers, case, by):
    change_status(case.pk, Status.IN_PROGRESS, stage="desarrollo", by=by, at=timezone.now())

    assert "Un ingeniero de desarrollo trabaja en su caso." in page(hers, case)


def test_she_ticks_her_checks_in_their_order_and_no_other(hers, case, by):
    begin_checks(case.pk, "no-carga-la-pagina", by=by, at=timezone.now())
    first, second = Check.objects.order_by("place")[:2]
    assert "Verificar conexiones físicas del equipo." in page(hers, case)

    hers.post(reverse("portal:check", args=[case.number, second.pk]), {"note": "?"})
    hers.post(reverse("portal:check", args=[case.number, first.pk]), {"note": "Todo conectado"})

    states = dict(Check.objects.order_by("place").values_list("place", "state"))
    assert (states[0], states[1]) == ("done", "")
    assert Check.objects.get(place=0).note == "Todo conectado"


def test_her_checks_come_by_mail_once_in_their_order(hers, case, by):
    begin_checks(case.pk, "no-carga-la-pagina", by=by, at=timezone.now())
    react_all()

    mail = Outgoing.objects.get(key__startswith="checks-")
    assert mail.text.index("Verificar conexiones físicas") < mail.text.index("Verificar URL de acceso")
    assert "Verificar disponibilidad de servidor" not in mail.text
    assert not Outgoing.objects.filter(key__startswith="wait-").exists()


def test_a_quote_is_answered_from_the_mail_without_signing_in_and_once(client, case, by, diana):
    quote = ask(case.pk, "quote", of=diana.name, text="Le proponemos un reporte.", amount="$ 900.000", by=by, at=timezone.now())
    react_all()
    link = re.search(r"/aprobar/[^\s]+", Outgoing.objects.get(key__startswith="proposal-").text).group()
    assert read_approval_token(link.split("/")[2]) == (quote.pk, diana.pk)

    shown = client.get(link)
    assert "$ 900.000" in shown.text
    assert again(case).status == "waiting_approval"  # a mail scanner followed the link
    assert client.post(link, {"choice": "no", "text": ""}).status_code == 422
    client.post(link, {"choice": "si", "text": ""})
    client.post(link, {"choice": "no", "text": "Me arrepentí"})

    assert Approval.objects.get().decision == "approved"
    assert "Registramos que aprobó la propuesta" in client.get(link).text


def test_a_link_that_this_desk_never_made_is_over(client, case):
    assert client.get(reverse("portal:approval_by_link", args=["falso"])).status_code == 410


def test_she_answers_it_on_the_page_too_and_never_the_committees(hers, case, by, diana):
    committee = ask(case.pk, "committee", of="Comité", text="Reporte", by=by, at=timezone.now())
    assert hers.get(reverse("portal:approval", args=[case.number, committee.pk])).status_code == 404
    quote = ask(case.pk, "customer", of=diana.name, text="Le proponemos cambiarlo.", by=by, at=timezone.now())
    assert "Le proponemos cambiarlo." in page(hers, case)

    hers.post(reverse("portal:approval", args=[case.number, quote.pk]), {"choice": "no", "text": "Prefiero esperar"})

    quote.refresh_from_db()
    assert (quote.decision, quote.reason, quote.decided_for) == ("rejected", "Prefiero esperar", diana)
