"""A template is drawn as Django draws it, and what breaks in a part of it breaks the page."""

import pytest
from django.template import Context, Template
from django.template.base import NodeList, TextNode
from django.template.loader_tags import BlockNode

from acuerdo.ui import drawing


def test_it_is_in_use():
    assert (NodeList.render, NodeList.get_nodes_by_type) == (drawing.drawn, drawing.nodes_of)


def test_parts_stand_in_their_order_each_time_they_are_drawn():
    template = Template("a{{ one }}b{% if one %}c{{ one }}{% endif %}{% for each in several %}[{{ each }}]{% endfor %}d")
    assert [template.render(Context({"one": one, "several": several})) for one, several in (("<", "xy"), ("", "")) for _ in range(2)] == [
        "a&lt;bc&lt;[x][y]d",
        "a&lt;bc&lt;[x][y]d",
        "abd",
        "abd",
    ]


def test_blocks_are_found_also_within_others_and_other_nodes_each_time():
    nodes = Template("{% block one %}{% if it %}{% block two %}{% endblock %}{% endif %}{% endblock %}text").nodelist
    for _ in range(2):
        assert [node.name for node in nodes.get_nodes_by_type(BlockNode)] == ["one", "two"]
        assert [node.s for node in nodes.get_nodes_by_type(TextNode)] == ["text"]


def test_what_breaks_in_a_part_breaks_the_page():
    class Broken:
        def __str__(self) -> str:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Template("a{% if yes %}{{ broken }}{% endif %}").render(Context({"yes": True, "broken": Broken()}))
