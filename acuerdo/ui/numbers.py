"""How many there are of something, as pages write it: «1.234» in Spanish, "1,234" in English. A case's number or a year is no count."""

from acuerdo.ui.language import tongue

#: What stands between thousands, by language.
BETWEEN = {"es": ".", "en": ","}
APART = 1000


class Count(int):
    """A whole number that is written with its thousands apart wherever text is made of it; it counts as any other."""

    __slots__ = ()

    def __str__(self) -> str:
        """«26.247»."""
        plain = int.__repr__(self)
        return plain if -APART < self < APART else f"{int(self):,}".replace(",", BETWEEN.get(tongue() or "", BETWEEN["es"]))
