"""One reading of what an entry replaced, for the history of a case and for the audit page."""

import pytest

from acuerdo.audit.wording import Replaced, replaced


@pytest.mark.parametrize(
    ("facts", "changed", "besides"),
    [
        ({"to": 3, "before": 2, "note": "x"}, [Replaced("to", 2, 3)], {"note": "x"}),
        ({"facts": {"a": 1}, "before": {"a": 0, "b": 2}}, [Replaced("a", 0, 1), Replaced("b", 2, None)], {}),
        ({"before": {"minutes": 5}, "minutes": 9, "entry": 4}, [Replaced("minutes", 5, 9)], {"entry": 4}),
        ({"before": {"status": "new"}, "number": 7}, [Replaced("status", "new", None)], {"number": 7}),
        ({"stage": "pruebas", "before": "desarrollo"}, [Replaced("stage", "desarrollo", "pruebas")], {}),
        ({"before": "x"}, [Replaced("before", "x", None)], {}),
        ({"to": 3}, [], {"to": 3}),
    ],
)
def test_each_field_has_what_was_and_what_is_and_the_rest_is_said_besides(facts, changed, besides):
    assert replaced(facts) == (changed, besides)
