"""Writing the words of a mail: checked for variables that do not exist, kept beside all that were before."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.mail import UnknownVariable, unknown
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.notifications.events import WordingChanged
from acuerdo.notifications.models import Wording
from acuerdo.notifications.queries import wording_of

PARTS = ("subject", "heading", "opening", "ending")


class UnknownVariables(Refusal):
    """The text names what there is not, or has marks of another template language. Facts: found, the marks with the nearest name."""

    code = "notifications.unknown_variables"


def check(said: Mapping[str, str], known: Collection[str]) -> None:
    """Refuse words with variables that do not exist."""
    found: list[UnknownVariable] = [one for part in PARTS for one in unknown(said.get(part, ""), known)]
    if found:
        msg = f"Unknown: {', '.join(one.name for one in found)}."
        raise UnknownVariables(msg, found=found)


@transaction.atomic
def write_words(
    template: str,
    manual: str,
    language: str,
    said: Mapping[str, str],
    *,
    product: Mapping[str, str],
    known: Collection[str],
    by: Actor,
    at: datetime,
) -> Wording:
    """Keep the desk's own words; a part that is the product's stays the product's. The same again is nothing. Raises UnknownVariables."""
    check(said, known)
    own = {part: said.get(part, "").strip() for part in PARTS}
    own = {part: "" if text == product.get(part, "").strip() else text for part, text in own.items()}
    now = wording_of(template, manual, language)
    if now is not None and {part: getattr(now, part) for part in PARTS} == own:
        return now
    if now is None and not any(own.values()):
        return Wording(template=template, manual=manual, language=language, at=at)
    kept = Wording.objects.create(template=template, manual=manual, language=language, person_id=by.id, at=at, **own)
    changed = WordingChanged(subject_id=kept.pk, template=template, manual=manual, language=language, product=kept.is_product)
    record(changed, by=by, at=at)
    return kept
