"""What a process never uses it does not load (docs/decisions/0024)."""

import os
import subprocess
import sys

import pytest

#: Each weighs about a megabyte or more in every process that has it, and waits for the rare page or job that needs it.
RARE = {"typst", "cryptography", "holidays", "django.contrib.admin"}
PAGES = {"acuerdo.config.urls", "acuerdo.console.views", "acuerdo.tickets.views", "acuerdo.portal.views"}


def loaded_by(program: str) -> set[str]:
    """The modules that a Python of its own holds after these lines."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules)"], env=os.environ, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("modules", "without"),
    [
        ("acuerdo.config.management.commands.web, acuerdo.config.asgi, acuerdo.config.urls, acuerdo.config.urls_public", RARE),
        ("acuerdo.jobs.management.commands.worker, acuerdo.config.urls", RARE),
        ("acuerdo.channels.mail.management.commands.listen", RARE | PAGES),
    ],
    ids=["web", "worker", "listen"],
)
def test_a_process_of_the_product_loads_nothing_that_only_few_need(modules, without):
    loaded = loaded_by(f"import django\ndjango.setup()\nimport {modules}")
    assert "acuerdo.tickets.models" in loaded
    assert not loaded & without


def test_what_watches_them_loads_neither_django_nor_a_library_of_the_network():
    loaded = loaded_by("import acuerdo.config.cli, acuerdo.running.up")
    assert not {name for name in loaded if name.partition(".")[0] in {"django", "psycopg", "email", "http", "ssl", "hashlib", "tomllib"}}
