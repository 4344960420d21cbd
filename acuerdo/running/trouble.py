"""What keeps the product from running, as a sentence for the person at the terminal."""

from acuerdo.running.wording import sentence


class Trouble(Exception):
    """Something the person can mend; `str()` says what happened and what to do, in their language.

    Made with the Spanish sentence, which is also its key in `wording`, and the facts it names.
    """

    def __init__(self, spanish: str, **facts: object) -> None:
        super().__init__(sentence(spanish, **facts))
