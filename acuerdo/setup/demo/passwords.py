"""Passwords of demo people: random per installation, easy to read aloud, and slow to hash, so hashed beside the rest."""

import secrets
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

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
