"""Passwords of demo people: random per installation, easy to read aloud, and slow to hash, so hashed beside the rest."""

import secrets
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

from django.contrib.auth.hashers import make_password

#: Short, common, without accents or letters that one confuses.
WORDS = tuple((files(__package__) / "words.txt").read_text(encoding="ascii").split())


def new_password() -> str:
    """Three words and four digits, about 32 bits: enough for desks that only this machine reaches, behind rate limits."""
    return "-".join([*(secrets.choice(WORDS) for _ in range(3)), f"{secrets.randbelow(10_000):04}"])


class Hashing:
    """Hashes passwords in a thread of its own: argon2 takes half a second each and lets others run meanwhile."""

    def __init__(self, passwords: Mapping[str, str]) -> None:
        """Begin with these, by address."""
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hashing")
        self._hashes = {email: pool.submit(make_password, password) for email, password in passwords.items()}
        pool.shutdown(wait=False)

    def done(self) -> Iterator[tuple[str, str]]:
        """Each address with its hash, waiting for it if need be."""
        for email, hashed in self._hashes.items():
            yield email, hashed.result()
