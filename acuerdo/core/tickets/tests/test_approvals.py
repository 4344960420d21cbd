"""Which approvals work waits for (SGM-T2, SGM-A5, SGM-A9)."""

import pytest

from acuerdo.core.tickets import Asked, Need, Quote, may_start, outstanding


def test_nothing_is_missing_where_the_row_asks_for_nothing():  # SGM-T2.1
    assert outstanding([], committee=False, quote=Quote.NO) == ()
    assert may_start([], committee=False, quote=Quote.NO)


def test_a_row_with_committee_waits_for_it():  # SGM-T2.6
    assert outstanding([], committee=True, quote=Quote.NO) == (Need.COMMITTEE,)
    assert outstanding([Asked("committee")], committee=True, quote=Quote.NO) == (Need.COMMITTEE,)
    assert may_start([Asked("committee", "approved")], committee=True, quote=Quote.NO)


def test_the_later_of_committee_and_quote_lets_work_start():  # SGM-T2.12, SGM-A5
    asked = [Asked("committee", "approved")]
    assert outstanding(asked, committee=True, quote=Quote.YES) == (Need.QUOTE,)
    assert may_start([*asked, Asked("quote", "approved")], committee=True, quote=Quote.YES)


def test_a_quote_by_contract_is_decided_on_the_case_before_it_starts():  # SGM-A9
    asked = [Asked("committee", "approved")]
    assert outstanding(asked, committee=True, quote=Quote.BY_CONTRACT) == (Need.QUOTE,)
    assert may_start([*asked, Asked("quote", "waived")], committee=True, quote=Quote.BY_CONTRACT)


def test_a_quote_that_the_row_demands_is_not_waived():  # SGM-T2.13
    assert not may_start([Asked("committee", "approved"), Asked("quote", "waived")], committee=True, quote=Quote.YES)


def test_after_a_rejection_it_may_be_asked_again():
    asked = [Asked("quote", "rejected")]
    assert not may_start(asked, committee=False, quote=Quote.YES)
    assert may_start([*asked, Asked("quote", "approved")], committee=False, quote=Quote.YES)


@pytest.mark.parametrize("kind", ["committee", "quote", "customer"])
def test_what_was_asked_without_need_holds_work_back_too(kind):
    assert not may_start([Asked(kind)], committee=False, quote=Quote.NO)
    assert may_start([Asked(kind, "withdrawn")], committee=False, quote=Quote.NO)
