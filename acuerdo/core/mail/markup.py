"""HTML to the plain text a person would have typed."""

import re
from html import unescape

from acuerdo.core.mail.characters import clean
from acuerdo.core.mail.tags import VOID, Token, tokens

#: Elements that stand on lines of their own; of these, the ones with an empty line around them.
BLOCK_NAMES = """
address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav
ol p pre section table tbody tfoot thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
CELLS = frozenset({"td", "th"})
APART = frozenset({"blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"})
#: So many marks a quote gets at most.
DEEPEST = 10

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_FORM = re.compile(r"<(img|table|ul|ol|b|strong|i|em|u|a|h[1-6]|font|span[^<>]+style)\b", re.IGNORECASE)
_BLANKS = re.compile("[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f]")
_GAPS = re.compile(r"\n{3,}")


def has_form(html: str) -> bool:
    """Whether there is more in the HTML than its text says: an image, a table, a list, a link, an emphasis."""
    return bool(_FORM.search(html))


def text_of(html: str) -> str:
    """Lines, lists, links and quotes of the HTML as plain text; scripts and what is hidden left out."""
    page = _Page()
    for token in tokens(html):
        page.take(token)
    return page.written()


class _Page:
    """What has been written so far, and where in the markup it stands."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.spaced = True
        self.quotes = 0
        self.exact = 0
        self.link = ("", 0)
        self.hidden = ""
        self.hidden_depth = 0

    def take(self, token: Token) -> None:
        """Write a token, or pass over it inside something hidden."""
        if self.hidden:
            self._leave_hidden(token)
        elif not token.name:
            self._text(token.inside)
        elif token.closes:
            self._end(token.name)
        else:
            self._start(token)

    def written(self) -> str:
        """Everything, with no more than one empty line in a row."""
        self._break()
        return _GAPS.sub("\n\n", clean("\n".join(self.lines))).strip("\n")

    def _text(self, inside: str) -> None:
        said = _INVISIBLE.sub("", unescape(inside)).replace("\u00a0", " ")
        if self.exact:
            first, *rest = said.split("\n")
            self._put(first)
            for line in rest:
                self._break()
                self._put(line)
            return
        said = _BLANKS.sub(" ", said)
        self._put(said.lstrip() if self.spaced else said)

    def _put(self, said: str) -> None:
        if said:
            self.line.append(said)
            self.spaced = said.endswith(" ")

    def _start(self, token: Token) -> None:
        name = token.name
        if name not in VOID and _HIDDEN.search(token.attribute("style")):
            self.hidden, self.hidden_depth = name, 1
        elif name == "br":
            self._break(always=True)
        elif name == "a":
            self.link = (unescape(token.attribute("href")), len(self.line))
        elif name in BLOCKS:
            self._open_block(name)
        else:
            self._text(" " if name in CELLS else token.attribute("alt") if name == "img" else "")

    def _open_block(self, name: str) -> None:
        self._break()
        if name in APART:
            self._gap()
        if name == "blockquote":
            self.quotes += 1
        elif name == "pre":
            self.exact += 1
        elif name == "li":
            self._put("- ")

    def _end(self, name: str) -> None:
        if name == "a":
            self._close_link(*self.link)
        if name not in BLOCKS:
            return
        self._break()
        if name == "blockquote":
            self.quotes = max(0, self.quotes - 1)
        elif name == "pre":
            self.exact = max(0, self.exact - 1)
        if name in APART:
            self._gap()

    def _close_link(self, href: str, start: int) -> None:
        """Write where a link goes, unless its words say it already."""
        words = "".join(self.line[start:]).strip()
        shown = words.removeprefix("https://").removeprefix("http://").rstrip("/")
        if words and href.lower().startswith(("http://", "https://")) and shown not in href:
            self._put(f" <{href}>")
        self.link = ("", 0)

    def _leave_hidden(self, token: Token) -> None:
        if token.name == self.hidden:
            self.hidden_depth += -1 if token.closes else 1
            if not self.hidden_depth:
                self.hidden = ""

    def _break(self, *, always: bool = False) -> None:
        """End the line; an empty one only counts where the markup asked for it."""
        line = "".join(self.line)
        if line.strip() or always or self.exact:
            self.lines.append((self._mark() + line).rstrip())
        self.line, self.spaced = [], True
        self.link = (self.link[0], 0)

    def _mark(self) -> str:
        return "> " * min(self.quotes, DEEPEST)

    def _gap(self) -> None:
        """Leave an empty line before what comes, in quotes a quoted one."""
        mark = self._mark().rstrip()
        if self.lines and self.lines[-1] != mark:
            self.lines.append(mark)
