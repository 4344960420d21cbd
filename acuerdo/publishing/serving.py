"""The manual as a PDF, set with Typst: once a version and year, then kept in the desk's storage."""

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.translation import gettext as _

from acuerdo import ui
from acuerdo.core.errors import Refusal
from acuerdo.publishing.document import Document

SHEETS = Path(__file__).parent / "typst"
FONTS = Path(ui.__file__).parent / "static/ui/fonts/paper"
#: A document of more bytes than this is not set: the largest of ours has a tenth.
MOST = 4_000_000


class TooLarge(Refusal):
    """The document is too large to be set as a PDF; its page can be printed."""

    code: ClassVar[str] = "too_large"


@dataclass(frozen=True)
class Paper:
    """A document with the name and the colour (#rrggbb) of its desk."""

    document: Document
    desk: str
    accent: str

    @cached_property
    def written(self) -> str:
        """Everything that is set, as JSON. Raises TooLarge."""
        values = asdict(self.document) | {"desk": self.desk, "accent": self.accent, "labels": labels(self.document.language)}
        written = json.dumps(values, default=str, ensure_ascii=False, sort_keys=True)
        if len(written.encode()) > MOST:
            msg = "the document is too large to be set"
            raise TooLarge(msg, bytes=len(written.encode()), most=MOST)
        return written

    @property
    def path(self) -> str:
        """Where it is kept: the same words and sheets give the same file."""
        sheets = b"".join(sheet.read_bytes() for sheet in sorted(SHEETS.glob("*.typ")))
        return f"manuals/{sha256(self.written.encode() + sheets).hexdigest()}.pdf"


def labels(language: str) -> dict[str, object]:
    """The words around the document, in its language."""
    with translation.override(language[:2]):
        return {
            "contents": _("Contenido"),
            "reading": _("Cómo se lee"),
            "run": _("Tiempo que cuenta"),
            "open": _("Abierto, sin contar"),
            "holiday": _("Festivo"),
            "reckoning": [_("Cuándo"), _("Qué pasó"), _("Cuenta"), _("Va en")],
        }


def pdf_of(paper: Paper) -> bytes:
    """The PDF, out of the desk's storage or set now. Raises TooLarge."""
    path = paper.path
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(typeset(paper)))
    with default_storage.open(path) as kept:
        return bytes(kept.read())


def typeset(paper: Paper) -> bytes:
    """Set it. The data goes in beside the sheets as a value: no word of a manual can become markup."""
    import typst  # three megabytes in each process that loads it: only one that sets a manual does

    return bytes(
        typst.compile(
            str(SHEETS / "manual.typ"),
            root=str(SHEETS),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"document": paper.written},
            format="pdf",
        )
    )
