"""What the manual prints of a promise, beside its case: the row that speaks of it, and no other."""

from acuerdo.console.views.side import printed_row
from acuerdo.core.agreements.tests.shipped import manual


def test_of_a_catalogue_only_the_item_that_was_asked_for_is_shown():
    agreement = manual("sgm")
    table = next(one for one in agreement.targets if one.rows == "catalogue")
    asked = table.cells[2]

    row = printed_row(table, asked, {id(asked)}, agreement)

    assert len(table.cells) > 1
    assert [(cell.words, cell.mine) for cell in row.cells] == [(asked.printed, True)]
    assert row.name == agreement.catalogue[next(iter(asked.where["item"]))].label
    assert row.heads == (agreement.clocks[asked.clock].label,)
