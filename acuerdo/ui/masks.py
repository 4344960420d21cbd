"""The token of a page's forms, masked in a few calls: Django takes five hundred, for one token, on every page.

A mask is as long as the secret, drawn anew for each page from what the system gives as random; with it the secret is written so that
the token differs each time and says nothing to who measures how well a page is compressed. It is Django's own way, and Django takes the
mask off again.
"""

from os import urandom

from django.middleware import csrf

LETTERS = csrf.CSRF_ALLOWED_CHARS
PLACE = {letter: place for place, letter in enumerate(LETTERS)}
#: A byte is a letter; the last few bytes would make some letters likelier than others and are thrown away.
FAIR = len(LETTERS) * (256 // len(LETTERS))
AS_LETTER = bytes(ord(LETTERS[byte % len(LETTERS)]) for byte in range(256))
UNFAIR = bytes(range(FAIR, 256))


def letters(length: int) -> str:
    """So many letters, each as likely as any other."""
    drawn = b""
    while len(drawn) < length:
        drawn += urandom(2 * length).translate(AS_LETTER, UNFAIR)
    return drawn[:length].decode()


def masked(secret: str) -> str:
    """Give the mask and the secret written with it."""
    mask = letters(len(secret))
    return mask + "".join([LETTERS[(PLACE[one] + PLACE[other]) % len(LETTERS)] for one, other in zip(secret, mask, strict=True)])


def mask_quickly() -> None:
    """Have Django mask so."""
    csrf._mask_cipher_secret = masked  # type: ignore[attr-defined]  # noqa: SLF001  the function that it asks for each token
