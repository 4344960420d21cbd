"""The prose of the published manual: references resolved by the rules, in pieces that can be set."""

from collections.abc import Iterator
from dataclasses import dataclass

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.book import Book
from acuerdo.core.agreements.document import Section
from acuerdo.core.agreements.references import check_references, resolve


@dataclass(frozen=True)
class Block:
    """A piece of prose to be set: "paragraph", "heading", or "item" of the list that the items beside it make."""

    kind: str
    text: str


def check_document(book: Book, agreement: Agreement) -> None:
    """Find fault with references that name nothing, and with a section's name used twice."""
    seen: set[str] = set()
    for index, section in enumerate(agreement.document):
        check_references(book, ("document", index, "text"), section.text, agreement)
        if section.id in seen:
            book.fault(("document", index, "id"), "taken_name", value=section.id)
        seen.add(section.id)


def prose_of(section: Section, agreement: Agreement, language: str = "") -> tuple[Block, ...]:
    """Give a section piece by piece, its references said in "es" or "en", in the manual's own language unless told; its own words stay."""
    said = resolve(section.text, agreement, (language or agreement.language)[:2])
    return tuple(block for part in said.split("\n\n") for block in _blocks(part))


def _blocks(part: str) -> Iterator[Block]:
    """Cut a part between empty lines; lines of a paragraph run on."""
    running: list[str] = []
    for line in (line.strip() for line in part.splitlines() if line.strip()):
        kind = {"- ": "item", "# ": "heading"}.get(line[:2])
        if kind and running:
            yield Block("paragraph", " ".join(running))
            running = []
        if kind:
            yield Block(kind, line[2:])
        else:
            running.append(line)
    if running:
        yield Block("paragraph", " ".join(running))
