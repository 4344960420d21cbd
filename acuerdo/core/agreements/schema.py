"""A JSON Schema for editors, made by the reader itself: it reads a manual where every table is there and empty, and what it asks is noted.

So a key that the reader knows is in the schema, and no other. Only where the reader looks at what stands there before it asks, the other
forms are named here.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from acuerdo.core.agreements.book import NEEDED, SLUG, Book, Table
from acuerdo.core.agreements.difference_attributes import ATTRIBUTES
from acuerdo.core.agreements.difference_tables import TABLES

Node = dict[str, Any]

#: Stands for any name that a file chooses; what may be anything like it is no fixed list of words.
ANY = "any-name-of-the-file"
DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT: Node = {"type": "string"}
_TEXTS: Node = {"type": "array", "items": _TEXT}
_KINDS: Mapping[type, Node] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    list: {"type": "array"},
    dict: {"type": "object"},
    date: {"type": "string", "format": "date"},
}


class Everything(dict[str, Any]):
    """What stands in a table of which nothing is known: something, whatever is looked for."""

    def __bool__(self) -> bool:
        """Say that there is something: nobody passes by an empty table."""
        return True

    def __missing__(self, key: str) -> str:
        """Give a text, the commonest thing."""
        return ""


class AskedTable(Table):
    """A table that answers nothing and notes each question in its `node`."""

    def __init__(self, book: Book, node: Node) -> None:
        super().__init__(book, (), Everything())
        self.node = node
        self.optional: set[object] = set()

    def __contains__(self, key: object) -> bool:
        """Say that all is there, so that nothing goes unasked; what is asked for like this may be missing."""
        self.optional.add(key)
        return True

    def get(self, key: str, kind: type | tuple[type, ...], default: Any = NEEDED) -> Any:
        """Note the key, what kind it is, and whether it must be there."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        self._note(key, *({**_KINDS[each]} for each in kinds))
        if default is not NEEDED:
            return default
        if key not in {ANY, *self.node["required"], *self.optional}:
            self.node["required"].append(key)
        return None

    def texts(self, key: str, default: tuple[str, ...] = NEEDED, *, one: bool = False) -> tuple[str, ...]:
        """Note a list of texts."""
        value = self.get(key, list, default)
        self._note(key, _TEXTS, *([_TEXT] if one else []))
        return value or ()

    def choice(self, key: str, known: Collection[str], what: str, default: str = NEEDED) -> str:
        """Note the words there are, where they are the language's and not the file's."""
        value = self.text(key, default)
        if _fixed(known):
            self._note(key, {"type": "string", "enum": list(known)})
        return value

    def choices(
        self, key: str, known: Collection[str], what: str, default: tuple[str, ...] = NEEDED, *, one: bool = False
    ) -> tuple[str, ...]:
        """Note a list of such words."""
        values = self.texts(key, default, one=one)
        if _fixed(known):
            word = {"type": "string", "enum": list(known)}
            self._note(key, {"type": "array", "items": word}, *([word] if one else []))
        return values

    def names(self) -> list[str]:
        """Note that the file chooses the names here."""
        return [ANY]

    def table(self, key: str) -> "AskedTable":
        """Note a table."""
        return AskedTable(self.book, self._note(key, _object()))

    def tables(self, key: str) -> "list[Table]":
        """Note an array of tables; one stands for all."""
        return [AskedTable(self.book, self._note(key, {"type": "array", "items": _object()})["items"])]

    def named(self, key: str) -> Iterator[tuple[str, Table]]:
        """Note tables under names that the file chooses; one stands for all."""
        yield ANY, self._chosen(key).table(ANY)

    def words(self, key: str) -> dict[str, str]:
        """Note texts under such names."""
        self._chosen(key).text(ANY)
        return {ANY: ""}

    def _chosen(self, key: str) -> "AskedTable":
        """Note a table of names that must be identifiers."""
        inner = self.table(key)
        inner.node["propertyNames"] = {"pattern": f"^{SLUG.pattern}$"}
        return inner

    def _note(self, key: str, *forms: Node) -> Node:
        """Keep the last of what is asked of a key, which is the narrowest; but a table, once made, is kept."""
        holder, name = (self.node, "additionalProperties") if key == ANY else (self.node["properties"], key)
        known: Node = holder.get(name) or {}
        if "properties" not in {**known, **known.get("items", {})}:
            known = holder[name] = {"anyOf": list(forms)} if len(forms) > 1 else dict(forms[0])
        return known


def _fixed(known: Collection[str]) -> bool:
    """Say whether these are words of the language, and none of the file's."""
    return bool(known) and not any(ANY in name for name in known)


def _object() -> Node:
    return {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def schema_of(ask: Callable[[Table], object], language: str) -> Node:
    """Give the schema of what `ask` reads from a manual, described in "es" or "en"."""
    top = _object()
    ask(AskedTable(Book("schema", {(): 1}), top))
    _other_forms(top["properties"])
    _describe(top, 0 if language.startswith("es") else 1)
    return {"$schema": DRAFT, "title": "Acuerdo", **top, "required": [*top["required"], "closure"]}


def _other_forms(tables: Node) -> None:
    """Add the forms that the reader tells apart by looking."""
    calendar = tables["calendars"]["additionalProperties"]["properties"]
    calendar["open"] = {"anyOf": [{"const": "24x7"}, calendar["open"]]}
    calendar["extra"]["additionalProperties"] = _TEXT
    target = tables["targets"]["items"]["properties"]
    target["columns"] = {"anyOf": [_TEXTS, {"type": "object", "additionalProperties": _TEXTS}]}
    for key in ("source", "printed", "channels"):
        target[key] = {"anyOf": [target[key], {"type": "object", "additionalProperties": target[key]}]}
    step = tables["levels"]["additionalProperties"]["properties"]["steps"]["additionalProperties"]["properties"]
    step["reached_from"] = {"anyOf": [{"const": "any"}, step["reached_from"]]}
    tables["examples"]["items"]["properties"]["events"]["items"] = {"type": "object"}
    escalation = tables["escalation"]["items"]
    escalation["required"].remove("on")
    escalation["anyOf"] = [{"required": ["on"]}, {"required": ["at"]}]


def _describe(top: Node, which: int) -> None:
    """Give each table and key the name that people know it by."""
    for name, table in top["properties"].items():
        if TABLES.get(name, ("", ""))[which]:
            table["description"] = TABLES[name][which]
        _describe_keys(table, which)


def _describe_keys(node: Node, which: int) -> None:
    for key, value in node.get("properties", {}).items():
        if key in ATTRIBUTES:
            value.setdefault("description", ATTRIBUTES[key][which])
        _describe_keys(value, which)
    for inner in (node.get("additionalProperties"), node.get("items")):
        if isinstance(inner, dict):
            _describe_keys(inner, which)
