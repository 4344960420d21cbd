"""Writing the words of a mail: checked for variables that do not exist, kept beside all that were before."""

import re
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.mail import UnknownVariable, unknown, used
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.notifications.events import WordingChanged
from acuerdo.notifications.models import Wording
from acuerdo.notifications.queries import wording_of

#: A mark of HTML, whole or broken off; «<5» and «<ana@a.example>» are none.
TAG = re.compile(
    r"</?(?:a|b|i|u|p|s|br|hr|h[1-6]|em|strong|small|font|center|div|span|img|ul|ol|li|table|t[rdh]|tbody|thead|html|head|body|style|script"
    r"|iframe|form|input|button|blockquote|pre|code|link|meta)(?=[\s/>]|$)[^<>]*>?",
    re.IGNORECASE,
)
PARTS = ("subject", "heading", "opening", "ending")


class UnknownVariables(Refusal):
    """The text names what there is not, or has marks of another template language. Facts: found, the marks with the nearest name."""

    code = "notifications.unknown_variables"


class Tags(Refusal):
    """The text has marks of HTML: whoever reads the mail would see them as they stand. Facts: found."""

    code = "notifications.tags"


class MissingVariables(Refusal):
    """Without these the mail would not say what it is for. Facts: missing."""

    code = "notifications.missing_variables"


def check(said: Mapping[str, str], known: Collection[str]) -> None:
    """Refuse words with variables that do not exist, and with marks of HTML."""
    found: list[UnknownVariable] = [one for part in PARTS for one in unknown(said.get(part, ""), known)]
    if found:
        msg = f"Unknown: {', '.join(one.name for one in found)}."
        raise UnknownVariables(msg, found=found)
    tags = list(dict.fromkeys(tag.group() for part in PARTS for tag in TAG.finditer(said.get(part, ""))))
    if tags:
        msg = f"Words are plain text: {', '.join(tags)}."
        raise Tags(msg, found=tags)


def check_whole(said: Mapping[str, str], product: Mapping[str, str], must: Collection[str]) -> None:
    """Refuse words that leave out what the mail is for; an empty part is the product's."""
    there = {name for part in PARTS for name in used(said.get(part, "").strip() or product.get(part, ""))}
    missing = [name for name in must if name not in there]
    if missing:
        msg = f"Missing: {', '.join(missing)}."
        raise MissingVariables(msg, missing=missing)


@transaction.atomic
def write_words(
    template: str,
    manual: str,
    language: str,
    said: Mapping[str, str],
    *,
    product: Mapping[str, str],
    known: Collection[str],
    must: Collection[str] = (),
    by: Actor,
    at: datetime,
) -> Wording:
    """Keep the desk's own words; a part that is the product's stays the product's. The same again is nothing.

    Raises UnknownVariables, Tags and MissingVariables.
    """
    check(said, known)
    check_whole(said, product, must)
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
