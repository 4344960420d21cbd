"""The product's words for every mail of requirements 6.5: subject, title, beginning and end, with variables; a desk may write its own.

Between them stands what the mail must carry whatever anybody writes: promised times, the two buttons, when silence closes, the points.
"""

from collections.abc import Mapping
from types import MappingProxyType

from acuerdo.core.mail import fill
from acuerdo.notifications.queries import wording_of
from acuerdo.tickets.mails.said import PARTS, Words
from acuerdo.tickets.mails.said_besides import BESIDES
from acuerdo.tickets.mails.said_on_the_way import ON_THE_WAY

WORDS: Mapping[str, Words] = MappingProxyType({**ON_THE_WAY, **BESIDES})


def words_for(template: str, manual: str, language: str, values: Mapping[str, str]) -> dict[str, str]:
    """The words of a mail in the language in force, each part the desk's own or else the product's, filled."""
    own, product = wording_of(template, manual, language), WORDS[template]
    said = {part: (getattr(own, part) if own else "") or str(getattr(product, part)) for part in PARTS}
    filled = {part: fill(text, values).strip() for part, text in said.items()}
    # A title of one sentence ends without a full stop, also where the second one had nothing to say.
    return {**filled, "heading": filled["heading"].removesuffix(".")}
