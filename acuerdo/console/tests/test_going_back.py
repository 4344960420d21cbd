"""Whoever goes back sees what is true now: the browser keeps no copy of a page that lives, nor shows one after somebody signed out."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def living(number: int) -> list[str]:
    """What changes while one reads something else."""
    pages = ["queue", "rail", "news", "notices", "tasks", "supervision"]
    return [*map(reverse, (f"console:{page}" for page in pages)), *(reverse(f"console:{page}", args=[number]) for page in ("case", "peek"))]


def test_no_browser_keeps_a_page_that_lives(client, person_of, open_case):
    client.force_login(person_of("supervisor"))
    number = open_case().number

    kept = {address: client.get(address).headers.get("Cache-Control", "") for address in living(number)}
    assert {address for address, said in kept.items() if "no-store" not in said} == set()
