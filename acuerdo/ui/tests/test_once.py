"""What is drawn once says what would be said, and nothing of one page gets into another."""

import pytest
from django.template import Context, TemplateSyntaxError, engines
from django.utils.safestring import SafeString
from django.utils.translation import override

ENGINE = engines["django"].engine


def drawn(template, **context) -> str:
    return template.render(Context(context))


def test_the_same_values_say_the_same_and_others_another():
    template = ENGINE.from_string("{% load once %}{% once count name %}{{ count }} {{ name }}{% endonce %}")
    assert [drawn(template, count=n, name="Ana") for n in (1, 1, 2, "1", None)] == ["1 Ana", "1 Ana", "2 Ana", "1 Ana", "None Ana"]
    assert drawn(template, count=True, name="Ana") == "True Ana"
    assert drawn(template) == " "


def test_it_sees_nothing_but_the_values_that_it_names():
    template = ENGINE.from_string("{% load once %}{% once name %}{{ name }}{{ csrf_token }}{{ person }}{% endonce %}")
    assert drawn(template, name="x", csrf_token="a secret", person="Ana") == "x"


def test_what_is_text_never_comes_out_as_the_markup_that_reads_the_same():
    template = ENGINE.from_string("{% load once %}{% once name %}{{ name }}{% endonce %}")
    assert drawn(template, name=SafeString("<b>")) == "<b>"
    assert drawn(template, name="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("one", "other", "said"), [(SafeString("<b>"), "<b>", ["<b>", "&lt;b&gt;"]), (1, True, ["1", "True"]), (1.0, 1, ["1,0", "1"])]
)
def test_equal_values_of_other_kinds_look_another_way_however_deep_they_lie(one, other, said):
    template = ENGINE.from_string("{% load once %}{% once rows %}{% for row in rows %}{{ row.0 }}{% endfor %}{% endonce %}")
    assert [drawn(template, rows=((each,),)) for each in (one, other)] == said


def test_where_nothing_is_escaped_nothing_is_kept_for_where_it_is():
    template = ENGINE.from_string("{% load once %}{% once name %}{{ name }}{% endonce %}")
    assert [template.render(Context({"name": "<b>"}, autoescape=escapes)) for escapes in (False, True)] == ["<b>", "&lt;b&gt;"]


def test_each_language_has_its_own():
    template = ENGINE.from_string('{% load i18n once %}{% once %}{% translate "Cola" %}{% endonce %}')
    said = []
    for language in ("es", "en", "es"):
        with override(language):
            said.append(drawn(template))
    assert said == ["Cola", "Queue", "Cola"]


def test_it_keeps_so_many_and_begins_anew(monkeypatch):
    monkeypatch.setattr("acuerdo.ui.templatetags.once.KEPT", 3)
    template = ENGINE.from_string("{% load once %}{% once n %}{{ n }}{% endonce %}")
    assert [drawn(template, n=n) for n in range(10)] == list("0123456789")
    (node,) = (node for node in template.nodelist if hasattr(node, "drawn"))
    assert len(node.drawn) <= 3


@pytest.mark.parametrize("names", ["a.b", "a|upper", "'a'"])
def test_what_is_not_the_name_of_a_value_is_said_at_once(names):
    with pytest.raises(TemplateSyntaxError, match="names of the values"):
        ENGINE.from_string("{% load once %}{% once " + names + " %}{% endonce %}")
