"""Passwords of demo people: random per installation, easy to read aloud, and slow to hash, so hashed beside the rest."""

import secrets
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor

from django.contrib.auth.hashers import make_password

#: Short, common, without accents or letters that one confuses.
WORDS = (
    "abeja arena arroz barco bosque brisa cafeto camino canela canoa ceiba cerro ciruela coral cumbre danta delfin faro "
    "fogata frailejon garza girasol guadua guayaba hamaca helecho hoja iguana jardin lago lirio loro lulo luna mango mareo "
    "melon mirla monte musgo nevado nube nutria orilla palma paramo perla pino piedra pradera puente quebrada ramo roble "
    "romero salina selva semilla sendero sol tagua tejado trigo trueno tucan valle vela venado viento volcan yarumo zarza"
).split()


def new_password() -> str:
    """Three words and four digits, about 32 bits: enough for desks that only this machine reaches, behind rate limits."""
    return "-".join([*(secrets.choice(WORDS) for _ in range(3)), f"{secrets.randbelow(10_000):04}"])


class Hashing:
    """Hashes passwords in threads of its own: argon2 lets the others run meanwhile."""

    def __init__(self) -> None:
        """Nothing to hash yet."""
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="hashing")
        self._hashes: dict[str, Future[str]] = {}

    def begin(self, passwords: Mapping[str, str]) -> None:
        """Begin with these, by address."""
        for email, password in passwords.items():
            self._hashes[email] = self._pool.submit(make_password, password)

    def of(self, email: str) -> str:
        """The hash of an address's password, waiting for it if need be."""
        return self._hashes[email].result()
