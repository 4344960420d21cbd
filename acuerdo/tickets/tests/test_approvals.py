"""Approvals on a case: who decided what, and when work may start (SGM-T2, SGM-A5, DIG-062)."""

from datetime import timedelta
from importlib.resources import files

import pytest

from acuerdo.agreements.queries import read_text
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.actions.approve import AskedAlready, NotPending, QuoteNeeded, ask, decide_approval, waive_quote
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.ready import missing
from acuerdo.tickets.actions.solve import NotApproved, solve
from acuerdo.tickets.queries import folded, foreseen
from acuerdo.tickets.tests.other_manuals import FRIDAY, govern_by
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent(person_of):
    """Who works here may decide for the committee too."""
    return person_of("supervisor", "Marcela Ibarra")


def later(hours: float):
    return FRIDAY + timedelta(hours=hours)


@pytest.fixture
def request_of(open_case):
    """A request of SGM's catalogue that came by mail and was classified an hour later."""
    govern_by("sgm")

    def make(item, by):
        case = open_case(at=FRIDAY)
        return classify(case.pk, {"type": "solicitud", "item": item, "priority": ""}, by=by, at=later(1))

    return make


def fulfilment(case, at):
    return next((clock for clock in folded(case, at) if clock.id == "fulfilment"), None)


def test_a_row_that_needs_nothing_counts_from_the_opening_though_it_was_classified_later(request_of, by):  # SGM-T2.5, V18
    case = request_of("liberar-paciente", by)

    assert fulfilment(case, later(1)).due_at == FRIDAY + timedelta(minutes=10)


def test_a_row_with_committee_counts_from_its_approval(request_of, by):  # SGM-T2.6, V18
    case = request_of("items-cita", by)
    assert fulfilment(case, later(1)) is None
    asked = ask(case.pk, "committee", of="Comité de Control de Cambios", text="Dos ítems", by=by, at=later(2))
    assert again(case).status == "waiting_approval"

    decide_approval(asked.pk, "approved", minutes="Acta 12", by=by, at=later(5))

    assert again(case).status == "in_progress"
    assert fulfilment(case, later(5)).due_at == later(17)


def test_a_quote_by_contract_waits_until_somebody_decides(request_of, by):  # SGM-T2.9, SGM-A9
    case = request_of("creacion-usuarios", by)
    asked = ask(case.pk, "committee", of="Comité", text="Veinte usuarios", by=by, at=later(2))
    decide_approval(asked.pk, "approved", by=by, at=later(3))
    assert missing(again(case)) == ("quote",)
    assert fulfilment(case, later(3)) is None

    waive_quote(case.pk, reason="Incluido en el contrato", by=by, at=later(4))

    assert fulfilment(case, later(4)).due_at == later(28)


def test_what_the_contract_includes_needs_no_quote(request_of, diana, by):  # SGM-T2.9, SGM-A9
    diana.organisation.contracts.update(scope=["creacion-usuarios", "crear-plantilla"])
    case = request_of("creacion-usuarios", by)
    asked = ask(case.pk, "committee", of="Comité", text="Veinte usuarios", by=by, at=later(2))

    decide_approval(asked.pk, "approved", by=by, at=later(3))

    assert missing(again(case)) == ()
    assert fulfilment(case, later(3)).due_at == later(27)


def test_a_quote_that_the_row_demands_is_demanded_whatever_the_contract_includes(request_of, diana, by):  # SGM-T2.12, SGM-A9
    diana.organisation.contracts.update(scope=["crear-plantilla"])

    assert missing(request_of("crear-plantilla", by)) == ("committee", "quote")


def test_a_quote_for_what_is_included_may_be_asked_all_the_same_and_is_then_waited_for(request_of, diana, by):  # SGM-A9
    diana.organisation.contracts.update(scope=["creacion-usuarios"])
    case = request_of("creacion-usuarios", by)

    ask(case.pk, "quote", of=diana.name, text="Son más de los incluidos.", amount="$ 90.000", by=by, at=later(2))

    assert missing(again(case)) == ("committee", "quote")


def test_a_contract_that_changes_later_changes_nothing_for_a_case_that_is_open(request_of, diana, by):  # SGM-A9, clocks.md 6
    case = request_of("creacion-usuarios", by)

    diana.organisation.contracts.update(scope=["creacion-usuarios"])

    assert missing(again(case)) == ("committee", "quote")


def test_a_quote_that_the_row_demands_is_not_waived(request_of, by):  # SGM-T2.12
    with pytest.raises(QuoteNeeded):
        waive_quote(request_of("crear-plantilla", by).pk, reason="Incluido", by=by, at=later(2))


def test_the_customers_yes_is_the_customers_time_and_starts_the_work(request_of, by, diana):  # SGM-T2.13, SGM-029
    case = request_of("crear-reporte", by)
    first = ask(case.pk, "committee", of="Comité", text="Reporte nuevo", by=by, at=later(2))
    decide_approval(first.pk, "approved", by=by, at=later(3))
    quote = ask(case.pk, "quote", of=diana.name, text="Le proponemos el reporte.", amount="$ 900.000", by=by, at=later(3))
    waiting = Event.objects.filter(subject_kind="ticket", subject_id=case.pk, kind="ticket.status").order_by("position").last()
    assert (waiting.facts["status"], waiting.facts["party"]) == ("waiting_approval", "customer")
    assert again(case).stage == "cotizacion"

    decide_approval(quote.pk, "approved", contact=diana, by=by, at=later(9))

    assert fulfilment(case, later(9)).started_at == later(9)
    assert again(case).stage == ""
    quote.refresh_from_db()
    assert (quote.decided_for, quote.decision) == (diana, "approved")


def test_a_no_needs_a_reason_and_brings_the_case_back_to_work(request_of, by, diana):
    case = request_of("crear-reporte", by)
    quote = ask(case.pk, "quote", of=diana.name, text="Le proponemos el reporte.", by=by, at=later(2))
    with pytest.raises(ReasonMissing):
        decide_approval(quote.pk, "rejected", contact=diana, by=by, at=later(3))

    decide_approval(quote.pk, "rejected", reason="Muy caro", contact=diana, by=by, at=later(3))

    assert again(case).status == "in_progress"
    assert missing(again(case)) == ("committee", "quote")


def test_what_was_decided_is_not_decided_again(request_of, by):
    asked = ask(request_of("items-cita", by).pk, "committee", of="Comité", text="Ítems", by=by, at=later(2))
    decide_approval(asked.pk, "approved", by=by, at=later(3))

    with pytest.raises(NotPending):
        decide_approval(asked.pk, "rejected", reason="No", by=by, at=later(4))


def test_one_of_a_kind_is_pending_at_most(request_of, by):
    case = request_of("items-cita", by)
    ask(case.pk, "committee", of="Comité", text="Ítems", by=by, at=later(2))

    with pytest.raises(AskedAlready):
        ask(case.pk, "committee", of="Comité", text="Otra vez", by=by, at=later(3))


def test_a_customer_does_not_decide_for_the_committee(request_of, by, diana):
    asked = ask(request_of("items-cita", by).pk, "committee", of="Comité", text="Ítems", by=by, at=later(2))

    with pytest.raises(NotPending):
        decide_approval(asked.pk, "approved", contact=diana, by=by, at=later(3))


def test_nothing_is_solved_before_it_is_approved(request_of, by):  # SGM-030
    case = request_of("items-cita", by)

    with pytest.raises(NotApproved):
        solve(case.pk, "Listo", evidence={"solucion": "Hecho"}, by=by, at=later(2))


def test_a_requirement_of_digital_ware_is_ready_with_committee_and_quote(open_case, by, diana):  # DIG-061, DIG-062
    govern_by("digitalware")
    case = open_case(at=FRIDAY, proposed={"type": "requerimiento"})
    first = ask(case.pk, "committee", of="CAB", text="Nueva interfaz", by=by, at=later(1))
    decide_approval(first.pk, "approved", by=by, at=later(2))
    ready = Event.objects.filter(subject_kind="ticket", subject_id=case.pk, kind="ticket.ready")
    assert not ready.exists()
    quote = ask(case.pk, "quote", of=diana.name, text="Propuesta", by=by, at=later(3))

    decide_approval(quote.pk, "approved", contact=diana, by=by, at=later(4))

    assert ready.get().at == later(4)


def test_a_proposal_is_an_answer_of_substance_and_goes_in_one_mail(open_case, by, diana):  # SGM-A4
    govern_by("sgm")
    case = open_case(at=FRIDAY)

    ask(case.pk, "customer", of=diana.name, text="Le proponemos cambiarlo.", by=by, at=later(1))
    react_all()

    response = next(clock for clock in folded(case, later(1)) if clock.id == "first_response")
    assert response.stopped_at == later(1)
    assert Outgoing.objects.filter(key__startswith="proposal-").count() == 1
    assert not Outgoing.objects.filter(key__startswith="answer-").exists()


def test_what_is_promised_before_sending_knows_what_the_contract_includes(desk):  # SGM-A9
    whole = (files("acuerdo.manuals") / "sgm.toml").read_text(encoding="utf-8")
    agreement = read_text(whole.replace('committee = true\nquote = "by contract"', 'quote = "by contract"'))
    facts = {**agreement.intake.facts, "type": "solicitud", "item": "creacion-usuarios", "priority": ""}

    def promised(*scope):
        clocks = foreseen(agreement, agreement.terms(), facts, scope, opened_at=FRIDAY, now=FRIDAY)
        return [clock.due_at for clock in clocks if clock.id == "fulfilment"]

    assert promised("crear-plantilla") == promised() == []
    assert promised("creacion-usuarios") == [later(24)]
    agreement = read_text(whole)  # there a committee has to approve it too
    assert promised("creacion-usuarios") == []
