"""Passwords of demo people: random per installation, and easy to read aloud."""

import secrets
from importlib.resources import files

from django.contrib.auth.hashers import Argon2PasswordHasher

#: Short, common, without accents or letters that one confuses.
WORDS = tuple((files(__package__) / "words.txt").read_text(encoding="ascii").split())


def new_password() -> str:
    """Three words and four digits, about 32 bits: enough for desks that only this machine reaches, behind rate limits."""
    return "-".join([*(secrets.choice(WORDS) for _ in range(3)), f"{secrets.randbelow(10_000):04}"])


class QuickArgon2(Argon2PasswordHasher):
    """Argon2 at a hundredth of its cost: these passwords lie beside the database in plain words, a slow hash guards nothing.

    A sign-in sees the cost that its hash was made with, and makes it anew at the full one.
    """

    time_cost = 1
    memory_cost = 8 * 1024
    parallelism = 1


def hash_of(password: str) -> str:
    """The stored form of a demo password."""
    hasher = QuickArgon2()
    return hasher.encode(password, hasher.salt())
