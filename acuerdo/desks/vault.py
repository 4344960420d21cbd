"""What a desk must be able to say again to others, such as a mailbox's password: kept encrypted with the installation's key.

AES-256-GCM. The desk is part of what is sealed: a row copied to another desk says nothing there. Whoever has the database without
`ACUERDO_SECRET_KEY` has no passwords; whoever changes the key writes them again.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotEncoded
from secrets import token_bytes
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings

from acuerdo.core.errors import Refusal
from acuerdo.desks.queries import current_schema

if TYPE_CHECKING:
    # The library weighs three megabytes: a process loads it with the first secret that it keeps or says (docs/decisions/0024).
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

#: Bytes of AES-256's key, and of GCM's nonce (NIST SP 800-38D §8.2).
KEY, NONCE = 32, 12


class CannotOpen(Refusal):
    """The installation's key is another one than when it was kept, or it was kept in another desk. Write the secret again."""

    code: ClassVar[str] = "desks.cannot_open"


def closed(secret: str) -> str:
    """A secret as the current desk keeps it; the same secret is never kept twice in the same letters. Nothing stays nothing."""
    if not secret:
        return ""
    nonce = token_bytes(NONCE)
    return urlsafe_b64encode(nonce + cipher().encrypt(nonce, secret.encode(), whose())).decode()


def opened(kept: str) -> str:
    """The secret again. Raises CannotOpen."""
    if not kept:
        return ""
    from cryptography.exceptions import InvalidTag

    try:
        sealed = urlsafe_b64decode(kept)
        return cipher().decrypt(sealed[:NONCE], sealed[NONCE:], whose()).decode()
    except (InvalidTag, NotEncoded, ValueError) as error:
        msg = "A kept secret cannot be opened with this installation's key in this desk: write it again."
        raise CannotOpen(msg) from error


def cipher() -> "AESGCM":
    """By a key made of the installation's own, for this purpose alone."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = HKDF(SHA256(), KEY, salt=None, info=b"acuerdo.vault").derive(settings.SECRET_KEY.encode())
    return AESGCM(key)


def whose() -> bytes:
    """The desk, as what is sealed knows it."""
    return current_schema().encode()
