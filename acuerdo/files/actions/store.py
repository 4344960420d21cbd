"""Storing a file: its row and its content, in one transaction; content that a rollback leaves behind is found again by its hash."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from acuerdo.files.models import SHOWN, StoredFile

#: First bytes of the images that a page may show: a name and a declared type can lie.
BEGINS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/webp": (b"RIFF",),
}


def safe_name(name: str) -> str:
    """A file name without path, control or direction characters; never empty."""
    kept = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c)[0] != "C")
    kept = re.split(r"[\\/]", kept)[-1].strip(" .")
    return kept[-200:] or "archivo"


def true_type(declared: str, content: bytes) -> str:
    """The declared type, unless it claims to be an image that its first bytes deny."""
    declared = declared.lower().split(";")[0].strip()
    if not re.fullmatch(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", declared):
        return "application/octet-stream"
    if declared in SHOWN and not content.startswith(BEGINS[declared]):
        return "application/octet-stream"
    return declared[:127]


def store(*, name: str, content_type: str, content: bytes, content_id: str = "") -> StoredFile:
    """Keep a file and return its row."""
    digest = sha256(content).hexdigest()
    stored = StoredFile(
        name=safe_name(name),
        content_type=true_type(content_type, content),
        size=len(content),
        sha256=digest,
        content_id=content_id[:255],
        stored_at=timezone.now(),
    )
    with transaction.atomic(
        savepoint=False
    ):  # the row first: whoever sweeps holds the table (see sweep), and then the content is written again
        stored.save()
        keep(stored.path, content)
    return stored


def keep(path: str, content: bytes) -> None:
    """Lay content where its hash says, once; a part of it, which a crash in mid-writing left there, is replaced."""
    if default_storage.exists(path):
        if default_storage.size(path) == len(content):
            return
        default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


def store_sent(files: "Iterable[UploadedFile[Any]]") -> list[StoredFile]:
    """Keep what came with a form, in its order."""
    return [store(name=file.name or "", content_type=file.content_type or "", content=file.read()) for file in files]
