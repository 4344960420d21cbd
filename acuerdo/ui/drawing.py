"""How the parts of a template are drawn, and its blocks found.

A page has nine hundred parts, half of them text. Django asks each of them to draw itself in a way that would tell a developer's error page
where it broke; no such page is shown here. And for each page it looks through all of its base for blocks.
"""

from typing import Any

from django.template import Context, Node, base
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString

_nodes_of: Any = base.NodeList.get_nodes_by_type


def nodes_of(nodes: base.NodeList, kind: type[Node]) -> list[Node]:
    """Find what of this kind is anywhere in a part of a template; blocks are found once."""
    known: dict[str, list[Node]] = vars(nodes) if kind is BlockNode else {}
    if "blocks" not in known:
        known["blocks"] = _nodes_of(nodes, kind)
    return known["blocks"]


def parts_of(nodes: base.NodeList) -> list[base.Node | str]:
    """Give what a part of a template is made of: text as it stands, and what draws itself."""
    return [node.s if type(node) is base.TextNode else node for node in nodes]


def drawn(nodes: Any, context: Context) -> SafeString:
    """Draw them one after the other; what they are is worked out when they are first drawn."""
    try:
        parts = nodes.parts
    except AttributeError:
        parts = nodes.parts = parts_of(nodes)
    return SafeString("".join([part if type(part) is str else part.render(context) for part in parts]))


def draw_quickly() -> None:
    """Have templates be drawn so."""
    nodes: Any = base.NodeList
    nodes.get_nodes_by_type, nodes.render = nodes_of, drawn
