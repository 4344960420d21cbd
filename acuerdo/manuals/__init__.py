"""The five manuals that Acuerdo comes with, as files; `acuerdo manual check` reads any other."""

from importlib.resources import files

_SUFFIX = ".toml"


def shipped() -> tuple[str, ...]:
    """Give their identifiers, in the order of the alphabet."""
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def text_of(manual: str) -> str:
    """Give the text of one; KeyError for one that is not shipped."""
    if manual not in shipped():
        raise KeyError(manual)
    return (files(__name__) / f"{manual}{_SUFFIX}").read_text(encoding="utf-8")
