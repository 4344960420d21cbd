"""What of a message is its text, and what came with it as files."""

from dataclasses import dataclass, field
from html import escape

from acuerdo.core.mail import headers
from acuerdo.core.mail.characters import decode
from acuerdo.core.mail.filenames import safe
from acuerdo.core.mail.flowed import unflow
from acuerdo.core.mail.letter import Part
from acuerdo.core.mail.markup import text_of
from acuerdo.core.mail.mime import DEPTH, PARTS, Entity, children, entity
from acuerdo.core.mail.parameters import media_type, parameter
from acuerdo.core.mail.tnef import TYPES, Packed, unpacked

#: Of a forwarded message's subject so much is read for its name, bytes.
LONGEST_SUBJECT = 998
SLASHES = str.maketrans("/\\", "--")


@dataclass(frozen=True, slots=True)
class Body:
    """One text in the forms in which it came."""

    text: str = ""
    html: str = ""


@dataclass(slots=True)
class _Files:
    """What was found on the way that is not text."""

    parts: list[Part] = field(default_factory=list)
    seen: int = 0


def read_body(whole: Entity) -> tuple[Body, tuple[Part, ...]]:
    """Give the best text, the HTML, and the files in order."""
    files = _Files()
    body = _read(whole, files, depth=0)
    return body, tuple(files.parts)


def _read(part: Entity, files: _Files, depth: int) -> Body:
    files.seen += 1
    opens = depth < DEPTH and files.seen < PARTS
    inside = children(part) if opens else ()
    if inside:
        return _several(part, [_read(each, files, depth + 1) for each in inside])
    if _is_text(part, opens=opens):
        return _text(part)
    files.parts += _files_in(part)
    return Body()


def _several(whole: Entity, bodies: list[Body]) -> Body:
    """One of several alternatives (RFC 2046 §5.1.4: the last is the best), or all one after another."""
    if whole.media_type == "multipart/alternative":
        return _best(bodies)
    return _in_sequence(bodies)


def _best(bodies: list[Body]) -> Body:
    """Give the first plain text that says something, else the text of the HTML; the last HTML."""
    html = next((each.html for each in reversed(bodies) if each.html), "")
    plain = (each.text for each in bodies if not each.html)
    every = (each.text for each in bodies)
    text = next((said for said in (*plain, *every) if said.strip()), "")
    return Body(text, html)


def _in_sequence(bodies: list[Body]) -> Body:
    """Plain text between HTML (a footer, a note between two pictures) joins it, so that none is lost."""
    text = "\n\n".join(each.text.strip("\n") for each in bodies if each.text.strip())
    if not any(each.html for each in bodies):
        return Body(text)
    return Body(text, "\n".join(each.html or _as_html(each.text) for each in bodies if _says(each)))


def _says(body: Body) -> bool:
    return bool(body.html or body.text.strip())


def _as_html(text: str) -> str:
    return f"<pre>{escape(text)}</pre>"


def _is_text(part: Entity, *, opens: bool) -> bool:
    """Text that is neither named nor meant as a file; so is a multipart in which no boundary was found."""
    if part.disposition == "attachment" or part.filename:
        return False
    without_boundary = opens and part.media_type.startswith("multipart/")
    return without_boundary or part.media_type in {"text/plain", "text/html"}


def _text(part: Entity) -> Body:
    said = decode(part.content(), part.charset)
    if part.media_type == "text/html":
        return Body(text_of(said), said)
    if parameter(part.parameters, "format").lower() == "flowed":
        delsp = parameter(part.parameters, "delsp").lower() == "yes"
        return Body(unflow(said, delsp=delsp))
    return Body(said)


def _files_in(part: Entity) -> list[Part]:
    """The file, after those that Outlook packed into it."""
    file = _file(part)
    packed = unpacked(file.content) if part.media_type in TYPES or file.filename.lower() == "winmail.dat" else []
    return [*(_unpacked(each) for each in packed), file]


def _unpacked(file: Packed) -> Part:
    kind = media_type(file.content_type, "application/octet-stream")
    return Part(safe(file.name, kind), kind, file.content, file.content_id)


def _file(part: Entity) -> Part:
    """A file as it came; a message that was forwarded without a name is called by its subject."""
    content = part.content()
    name = part.filename
    if not name and part.media_type == "message/rfc822":
        subject = headers.text(entity(content).firsts.get("subject", b"")[:LONGEST_SUBJECT])
        name = f"{subject.translate(SLASHES)}.eml" if subject else ""
    return Part(safe(name, part.media_type), part.media_type, content, part.content_id)
