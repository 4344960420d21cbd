"""Mail as values: read, known again, joined to its case, parted from quotes; loops and bounces.

Stands on nothing but the standard library. Nothing here raises on what came from outside, and every
step takes linear time; what we compose ourselves is refused with ValueError when it cannot be meant.
"""

from acuerdo.core.mail.addresses import (
    Address,
    addresses,
    answers_nobody,
    domain,
    is_free,
    local_part,
    normal,
    tag,
    without_tag,
)
from acuerdo.core.mail.bounces import Bounced, bounced_message_id, bounced_recipients
from acuerdo.core.mail.composing import new_message_id
from acuerdo.core.mail.delivery import delivery_key, not_a_message
from acuerdo.core.mail.letter import Letter, Part
from acuerdo.core.mail.loops import (
    DESK_HEADER,
    answers_by_itself,
    is_auto_reply,
    is_automatic,
    is_bounce,
    should_acknowledge,
)
from acuerdo.core.mail.markup import has_form, text_of
from acuerdo.core.mail.plus import sign, signed_ticket
from acuerdo.core.mail.quoted_markup import newest_html, newest_of
from acuerdo.core.mail.quoting import Split, newest
from acuerdo.core.mail.reading import read
from acuerdo.core.mail.showing import can_be_shown
from acuerdo.core.mail.subjects import bare, is_forward, number_in_subject
from acuerdo.core.mail.threads import JoinCandidate, Sign, join_candidates, references
from acuerdo.core.mail.variables import UnknownVariable, fill, unknown, used

__all__ = [
    "DESK_HEADER",
    "Address",
    "Bounced",
    "JoinCandidate",
    "Letter",
    "Part",
    "Sign",
    "Split",
    "UnknownVariable",
    "addresses",
    "answers_by_itself",
    "answers_nobody",
    "bare",
    "bounced_message_id",
    "bounced_recipients",
    "can_be_shown",
    "delivery_key",
    "domain",
    "fill",
    "has_form",
    "is_auto_reply",
    "is_automatic",
    "is_bounce",
    "is_forward",
    "is_free",
    "join_candidates",
    "local_part",
    "new_message_id",
    "newest",
    "newest_html",
    "newest_of",
    "normal",
    "not_a_message",
    "number_in_subject",
    "read",
    "references",
    "should_acknowledge",
    "sign",
    "signed_ticket",
    "tag",
    "text_of",
    "unknown",
    "used",
    "without_tag",
]
