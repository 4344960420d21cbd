"""Every notification that the documents ask for stands in its file, with its wording (requirements.md 6.5)."""

import pytest

from acuerdo.core.agreements.notices import TEMPLATES
from acuerdo.core.agreements.tests.shipped import NAMES, manual

#: manual: event and wording of each row
ROWS = {
    "proware": [
        "opened acknowledgement", "invited invitation", "closed closing", "chat refused chat-refused", "escalated escalated",
    ],
    "digitalware": [
        "opened acknowledgement", "returned returned", "to development development", "resolved solution",
        "closed by silence closing-by-silence", "decided decision", "proposed proposal", "published release", "scheduled release",
        "maintenance maintenance", "committee committee", "contingency contingency",
    ],
    "soporte": [
        "returned request", "escalated escalated", "waiting request", "progress progress", "resolved solution", "closed closing",
    ],
    "interwapp": ["opened acknowledgement", "diagnosed diagnosis", "formal_reply formal-reply", "closed closing"],
    "sgm": [
        "opened acknowledgement", "proposed proposal", "resolved solution", "reminded reminder", "closed by silence closing-by-silence",
    ],
}  # fmt: skip
#: What the desk itself is told, in all five.
INTERNAL = ["assigned task", "warned clock", "breached clock"]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_the_documents_names_its_event_and_its_wording(name: str) -> None:
    notices = manual(name).notifications.values()

    assert {*ROWS[name], *INTERNAL} <= {f"{notice.on} {notice.template}" for notice in notices}


@pytest.mark.parametrize("name", NAMES)
def test_every_notice_reaches_somebody_by_some_way_in_a_known_wording(name: str) -> None:
    for notice in manual(name).notifications.values():
        assert notice.tell, notice.id
        assert notice.by, notice.id
        assert notice.template in TEMPLATES, notice.id
        assert notice.source or notice.note, notice.id
