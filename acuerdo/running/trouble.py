"""What keeps the product from running, as a sentence for the person at the terminal."""

from typing import NoReturn

from acuerdo.running.wording import sentence


class Trouble(Exception):  # noqa: N818 - it is the person's, not the program's
    """Something the person can mend; `str()` says what happened and what to do, in their language.

    Made with the Spanish sentence, which is also its key in `wording`, and the facts it names.
    """

    def __init__(self, spanish: str, **facts: object) -> None:
        super().__init__(sentence(spanish, **facts))


def refuse(spanish: str, **facts: object) -> NoReturn:
    """Raise Trouble with this sentence."""
    raise Trouble(spanish, **facts) from None
