"""HTML cut into tags and text, in linear time; the standard parser is quadratic on hostile input."""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Elements that have no content, so no end tag.
VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
VOID = frozenset(VOID_NAMES.split())
#: Elements whose content is not markup.
RAW = frozenset({"script", "style", "title"})
#: A longer tag (a picture written into it) may not hold < or > in its quotes.
LONGEST_TAG = 4096
#: So many tags are searched for quotes that do not close; each may cost LONGEST_TAG.
PATIENCE = 1000
#: No letter has more; what follows stays as it was written.
TAGS = 100_000

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
        """Give the value of an attribute, its entities as written, or ""."""
        for each in _ATTRIBUTE.finditer(self.inside):
            if each[1].lower() == name:
                return each[2] or each[3] or each[4] or ""
        return ""


def tokens(html: str) -> Iterator[Token]:
    """Everything but comments, declarations and the content of scripts and styles."""
    place, patience = 0, PATIENCE
    for _ in range(TAGS):
        start = html.find("<", place)
        if start < 0:
            break
        if start > place:
            yield _text(html, place, start)
        found = _OPEN.match(html, start, start + LONGEST_TAG) if patience else None
        patience -= bool(patience and not found)
        token = _tag(html, start, found or _BROKEN.match(html, start))
        if token.name or token.inside:
            yield token
        place = _end_of_raw(html, token)
    if place < len(html):
        yield _text(html, place, len(html))


def _text(html: str, start: int, end: int) -> Token:
    return Token("", closes=False, inside=html[start:end], start=start, end=end)


def _tag(html: str, start: int, found: re.Match[str] | None) -> Token:
    """Give the tag at `start`; a comment is an empty text; a < that begins nothing is itself."""
    if found:
        return Token(found[2].lower(), bool(found[1]), found[3], start, found.end())
    if html.startswith(("<!", "<?"), start):
        return _text(html, start, start)._replace(end=_end_of_comment(html, start))
    return _text(html, start, start + 1)


def _end_of_comment(html: str, start: int) -> int:
    """Find the end; a comment that never closes takes the rest, so that none is searched twice."""
    closing = "-->" if html.startswith("<!--", start) else ">"
    end = html.find(closing, start + 2)
    return len(html) if end < 0 else end + len(closing)


def _end_of_raw(html: str, token: Token) -> int:
    """Where markup begins again after the token: after a script or style only at its end tag."""
    if token.closes or token.name not in RAW:
        return token.end
    end = re.compile(f"</{token.name}", re.IGNORECASE).search(html, token.end)
    return end.start() if end else len(html)
