"""What the core says when it cannot do what it was asked."""

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 - it refuses by a rule; nothing went wrong
    """A rule was not met. Developers read the message, people what `wording.py` says for the code."""

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, **facts: object) -> None:
        """Keep the facts that a sentence for people is made of."""
        super().__init__(message)
        self.facts: dict[str, object] = facts
