"""The same for HTML: mail programs box what they quote, each in its own way."""

import re
from collections.abc import Callable, Sequence

from acuerdo.core.mail.attribution import attribution
from acuerdo.core.mail.letter import Letter
from acuerdo.core.mail.markup import text_of
from acuerdo.core.mail.quoting import Split, newest
from acuerdo.core.mail.subjects import is_forward
from acuerdo.core.mail.tags import Token, tokens

#: Classes of the boxes: Gmail, Yahoo, Proton, Thunderbird's line above its box.
BOXES = frozenset({"gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix"})
#: Outlook only draws a line: everything after it is quoted.
LINES = frozenset({"divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container"})

_HINT = re.compile("quote|cite|divRplyFwdMsg|appendonsend|mail-editor-reference", re.IGNORECASE)

Span = tuple[int, int]


def newest_html(html: str) -> Split:
    """Part what is new from the boxes that end it, or from the only one that begins it.

    Answers between boxes, or inside Gmail's, stay with them; so does everything where nothing new would
    remain. Elements that a cut leaves open are for the cleaner to close.
    """
    boxes = _boxes(html) if _HINT.search(html) else []
    own = _between(html, boxes)
    said = [place for place, (start, end) in enumerate(own) if text_of(html[start:end]).strip()]
    if not boxes or not said:
        return Split(html, "")
    leading = boxes[:1] if said == [1] else []
    cut = [*leading, *boxes[said[-1] :]]
    return Split(
        "".join(html[start:end] for start, end in _between(html, cut)),
        "".join(html[start:end] for start, end in cut),
    )


def newest_of(letter: Letter) -> Split:
    """Give what a letter says anew, as plain text: by its text, and where that shows no quote by its HTML."""
    if is_forward(letter.subject):
        return Split(letter.text.strip("\n"), "")
    by_text = newest(letter.text)
    if by_text.quoted or not letter.html:
        return by_text
    by_html = newest_html(letter.html)
    if not by_html.quoted:
        return by_text
    own = newest(text_of(by_html.new))
    quoted = "\n".join(filter(None, (own.quoted, text_of(by_html.quoted))))
    return Split(own.new, quoted) if own.new.strip() else by_text


def _between(html: str, spans: Sequence[Span]) -> list[Span]:
    """Give what lies before, between and after the spans."""
    starts = [0, *(end for _start, end in spans)]
    ends = [*(start for start, _end in spans), len(html)]
    return list(zip(starts, ends, strict=True))


def _boxes(html: str) -> list[Span]:
    """Give the outermost boxes that hold nothing but a quote, in order; Outlook's line takes the rest."""
    found = _outermost(html, _is_box)
    line = next((start for start, _end in _outermost(html, _is_line)), len(html))
    above = [span for span in found if span[1] <= line and _only_quotes(html[span[0] : span[1]])]
    return [*above, (line, len(html))] if line < len(html) else above


def _outermost(html: str, wanted: Callable[[Token], bool]) -> list[Span]:
    """From where to where the wanted elements go, those inside another left out.

    An element that is never closed takes the rest.
    """
    found: list[Span] = []
    name, start, depth = "", 0, 0
    for token in tokens(html):
        if depth and token.name == name:
            depth += -1 if token.closes else 1
            if not depth:
                found.append((start, token.end))
        elif not depth and token.name and not token.closes and wanted(token):
            name, start, depth = token.name, token.start, 1
    return [*found, (start, len(html))] if depth else found


def _is_box(token: Token) -> bool:
    if token.name == "blockquote":
        return token.attribute("type").lower() == "cite" or "gmail_quote" in _classes(token)
    return bool(BOXES & _classes(token))


def _is_line(token: Token) -> bool:
    return token.attribute("id").lower().removeprefix("x_") in LINES


def _is_inner(token: Token) -> bool:
    """Give what Gmail's box holds besides answers: its line «… escribió:», and the quote."""
    return token.name == "blockquote" or "gmail_attr" in _classes(token)


def _classes(token: Token) -> frozenset[str]:
    return frozenset(token.attribute("class").lower().split())


def _only_quotes(box: str) -> bool:
    """Whether nobody answered, or forwarded a message, inside the box; only Gmail's has room for it."""
    head = next(tokens(box))
    if head.name != "div" or "gmail_quote" not in _classes(head):
        return True
    inside = box[head.end :]
    said = (text_of(inside[start:end]) for start, end in _between(inside, _outermost(inside, _is_inner)))
    lines = [line for line in "\n".join(said).split("\n") if line.strip()]
    return not lines or attribution(lines, 0) == len(lines)
