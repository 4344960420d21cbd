"""HTML cut into tags and text, in linear time; the standard parser is quadratic on hostile input."""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Elements that have no content, so no end tag.
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: Elements whose content is not markup.
RAW = frozenset({"script", "style", "title"})
#: A longer tag (a picture written into it) may not hold < or > in its quotes.
LONGEST_TAG = 4096

_OPEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
#: A tag with a quote that never closes ends at the first >.
_BROKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")


class Token(NamedTuple):
    """A piece of HTML: text (no name), a start tag, or an end tag; from `start` up to `end`."""

    name: str
    closes: bool
    inside: str
    start: int
    end: int

    def attribute(self, name: str) -> str:
        """The value of an attribute, its entities as written, or ""."""
        for each in _ATTRIBUTE.finditer(self.inside):
            if each[1].lower() == name:
                return each[2] or each[3] or each[4] or ""
        return ""


def tokens(html: str) -> Iterator[Token]:
    """Everything but comments, declarations and the content of scripts and styles."""
    place = 0
    while place < len(html):
        start = html.find("<", place)
        if start < 0:
            start = len(html)
        if start > place:
            yield Token("", False, html[place:start], place, start)
        if start == len(html):
            return
        token = _tag(html, start)
        if token.name or token.inside:
            yield token
        place = token.end
        if token.name in RAW and not token.closes:
            place = _end_of_raw(html, token)


def _tag(html: str, start: int) -> Token:
    """The tag at `start`; a comment is an empty text; a < that begins nothing is itself."""
    found = _OPEN.match(html, start, start + LONGEST_TAG) or _BROKEN.match(html, start)
    if found:
        return Token(found[2].lower(), bool(found[1]), found[3], start, found.end())
    if html.startswith(("<!", "<?"), start):
        return Token("", False, "", start, _end_of_comment(html, start))
    return Token("", False, "<", start, start + 1)


def _end_of_comment(html: str, start: int) -> int:
    """A comment that never closes takes the rest, so that none is searched twice."""
    closing = "-->" if html.startswith("<!--", start) else ">"
    end = html.find(closing, start + 2)
    return len(html) if end < 0 else end + len(closing)


def _end_of_raw(html: str, token: Token) -> int:
    end = re.compile(f"</{token.name}", re.IGNORECASE).search(html, token.end)
    return end.start() if end else len(html)
