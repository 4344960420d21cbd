"""A product without the demo, one desk in it, and a mail server that it sends to."""

import re
import sys
from collections.abc import Iterator

import pytest

from tests.crash.desk import Desk
from tests.product import started
from tests.sink import Sink, listening
from tests.visitor import Visitor

#: What a crash left undone is taken up again in seconds instead of minutes.
SWEEP = "8"


@pytest.fixture(scope="module")
def sink() -> Iterator[Sink]:
    """Where the product's mail goes."""
    with listening() as sink:
        yield sink


@pytest.fixture(scope="module")
def desk(sink: Sink) -> Iterator[Desk]:
    """A desk with one person who works there."""
    with started(demo=False, EMAIL_HOST="127.0.0.1", EMAIL_PORT=str(sink.port), ACUERDO_SWEEP_SECONDS=SWEEP) as product:
        made = product.acuerdo("desk", "create", "Mesa de prueba", "--id", "crash", "--manual", "proware", "--domain", "crash.localhost")
        invitation = re.search(r"http://crash\.localhost:\d+(/invitacion/\S+)", made)
        assert invitation, made
        agent = Visitor("crash.localhost", product.port)
        agent.fill_in(invitation[1], password1="una clave bastante larga", password2="una clave bastante larga")
        yield Desk(product, agent)


@pytest.fixture(autouse=True)
def _what_the_product_said(desk: Desk) -> Iterator[None]:
    """Shown when a test fails."""
    yield
    sys.stdout.write(desk.product.says())
    for name in ("web", "worker", "listen"):
        sys.stdout.write(f"--- {name}\n{desk.product.log(name)[-3000:]}\n")
