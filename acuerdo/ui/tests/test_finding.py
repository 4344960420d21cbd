"""A template finds its values as Django finds them, whatever they are and wherever they stand."""

from collections import UserDict, defaultdict
from enum import Enum
from typing import Any, NamedTuple

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Template, base
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from acuerdo.ui import finding


class Pair(NamedTuple):
    first: str
    other: int


class Colour(Enum):
    RED = "red"


class Subscripted:
    word = "attribute"

    def __getitem__(self, name: str) -> str:
        if name == "word":
            return "subscript"
        raise KeyError(name)


class Thing:
    word, none, number = "<b>word</b>", None, 7
    pair = Pair("one", 2)
    facts = {"plan": "gold", "items": "a key like a method", "deep": {"er": [10, 20]}}
    several = ("a", "b")

    def __repr__(self) -> str:
        return "a thing"

    def said(self) -> str:
        return "called"

    def takes(self, one: str) -> str:
        return one

    def deletes(self) -> str:
        return "never"

    deletes.alters_data = True  # type: ignore[attr-defined]  # as Django marks it

    @property
    def other(self) -> "Thing":
        return Thing()

    @property
    def gone(self) -> str:
        raise ObjectDoesNotExist

    @property
    def broken(self) -> str:
        raise ZeroDivisionError

    @property
    def lacks(self) -> str:
        raise AttributeError


VALUES: dict[str, Any] = {
    "thing": Thing(),
    "maker": Thing,
    "pair": Pair("one", 2),
    "colour": Colour.RED,
    "colours": Colour,
    "subscripted": Subscripted(),
    "facts": {"plan": "gold", "keys": "a key like a method", 3: "three"},
    "user_dict": UserDict({"plan": "silver"}),
    "default": defaultdict(str, plan="bronze"),
    "several": ["a", Thing()],
    "text": "<i>",
    "markup": mark_safe("<i>"),
    "later": gettext_lazy("Cola"),
    "called": lambda: {"plan": "of a call"},
    "empty": "",
    "none": None,
    "zero": 0,
}
PATHS = (
    *(name for name in VALUES if name != "default"),  # it grows when it is asked
    *("thing.word", "thing.none", "thing.none.word", "thing.number", "thing.number.real", "thing.said", "thing.takes", "thing.deletes"),
    *(
        "thing.pair.first",
        "thing.pair.1",
        "thing.pair.missing",
        "thing.pair.count",
        "thing.facts.plan",
        "thing.facts.items",
        "thing.facts.values",
    ),
    *(
        "thing.facts.deep.er.1",
        "thing.facts.missing",
        "thing.several.0",
        "thing.several.7",
        "thing.other.other.word",
        "thing.gone",
    ),
    *("thing.gone.word", "thing.missing", "thing.missing.word", "maker.word", "pair.other", "pair.0", "colour.value", "colours.RED.value"),
    *(
        "subscripted.word",
        "subscripted.missing",
        "facts.plan",
        "facts.keys",
        "facts.items",
        "facts.3",
        "facts.missing.word",
        "user_dict.plan",
    ),
    *("default.plan", "default.anything", "several.0", "several.1.word", "several.x", "text.upper", "text.0", "later.upper", "called.plan"),
    *(
        "missing",
        "missing.word",
        "none.word",
        "zero.real",
        "True",
        "False",
        "None",
        "12",
        "1.5",
        "'words'",
        '_("Cola")',
        "get",
        "push",
        "dicts",
    ),
)
TEMPLATES = (
    "{{ %s }}",
    "{%% if %s %%}yes{%% else %%}no{%% endif %%}",
    '{{ %s|default:"-" }}',
    "{%% with it=%s %%}{{ it }}{%% endwith %%}",
    "{%% for one in several %%}{{ forloop.counter }}{{ %s }}{%% endfor %%}",
    "{%% firstof %s 'none' %%}",
)


def drawn(source: str) -> str:
    return Template(source).render(Context(VALUES))


def with_django_alone(source: str, monkeypatch: pytest.MonkeyPatch) -> str:
    with monkeypatch.context() as alone:
        alone.setattr(base.FilterExpression, "resolve", finding._resolved)
        alone.setattr(base.Variable, "_resolve_lookup", finding._looked_up)
        return drawn(source)


def test_every_value_is_found_as_django_finds_it(monkeypatch):
    sources = [template % path for template in TEMPLATES for path in PATHS]
    assert {source: drawn(source) for source in sources} == {source: with_django_alone(source, monkeypatch) for source in sources}


def test_it_is_in_use_and_finds_what_is_usual():
    assert base.FilterExpression.resolve is finding.resolved
    context = Context(VALUES)
    assert finding.found(("thing", "other", "pair", "first"), context) == "one"
    assert finding.found(("nothing", "other"), context) is finding.ABSENT
    assert finding.found(("thing", "said"), context) is finding.UNUSUAL


@pytest.mark.parametrize(("path", "fault"), [("thing.broken", ZeroDivisionError), ("thing.lacks", AttributeError)])
def test_what_breaks_breaks_and_is_not_taken_for_nothing(path, fault):
    with pytest.raises(fault):
        drawn(f"{{{{ {path} }}}}")


def test_the_innermost_of_several_values_of_a_name_is_found():
    assert (
        drawn("{% with text='inner' %}{{ text }}{% with text='deeper' %}{{ text }}{% endwith %}{% endwith %}{{ text }}")
        == "innerdeeper&lt;i&gt;"
    )
